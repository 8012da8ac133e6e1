module stappenplan

go 1.26.0
