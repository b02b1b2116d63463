//go:build unix

package pdf

import (
	"os"
	"syscall"
)

// writableByOthers are the bits of a mode that let others write.
const writableByOthers = 0o022

// ownAlone tells whether a folder is the user's own and no one else can write it.
func ownAlone(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || info.Mode().Perm()&writableByOthers != 0 {
		return false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}
