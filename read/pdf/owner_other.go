//go:build !unix

package pdf

import "os"

// ownAlone tells whether a folder is there; the rights to it are the system's
// business, which keeps a user's cache folder for that user.
func ownAlone(dir string) bool {
	info, err := os.Lstat(dir)
	return err == nil && info.IsDir()
}
