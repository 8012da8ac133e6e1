class Stappenplan < Formula
  desc "Step plan for team-based ICT coordination in Flemish schools"
  homepage "{{.Home}}"
  version "{{.Version}}"
  license "MIT"

  on_macos do
    on_intel do
      url "{{.Files}}_darwin_amd64.tar.gz"
      sha256 "{{index .Sum "_darwin_amd64.tar.gz"}}"
    end
    on_arm do
      url "{{.Files}}_darwin_arm64.tar.gz"
      sha256 "{{index .Sum "_darwin_arm64.tar.gz"}}"
    end
  end

  on_linux do
    on_intel do
      url "{{.Files}}_linux_amd64.tar.gz"
      sha256 "{{index .Sum "_linux_amd64.tar.gz"}}"
    end
    on_arm do
      url "{{.Files}}_linux_arm64.tar.gz"
      sha256 "{{index .Sum "_linux_arm64.tar.gz"}}"
    end
  end

  def install
    bin.install "stappenplan"
    generate_completions_from_executable(bin/"stappenplan", "completion")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/stappenplan --version")
  end
end
