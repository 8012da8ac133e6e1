//go:build !windows

package store

import "syscall"

// What the system says when a disk, a quota or a file is full.
var noRoom = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}

// What the system says when another program keeps a file to itself: bbolt's lock says it otherwise here.
var heldByAnother []syscall.Errno

// What the system says of a link that leads to itself.
var linkLoop = []syscall.Errno{syscall.ELOOP}
