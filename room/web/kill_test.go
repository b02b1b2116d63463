package web_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"reprise/internal/database/databasetest"
	rooms "reprise/room/store"
	"reprise/room/web"
)

// servesAt makes this program serve rooms until it is killed; it prints its address.
const servesAt = "REPRISE_TEST_SERVES_AT"

func TestMain(m *testing.M) {
	if where := os.Getenv(servesAt); where != "" {
		serveForEver(where)
	}
	os.Exit(m.Run())
}

func serveForEver(where string) {
	ctx := context.Background()
	kept, err := rooms.Open(ctx, where)
	if err == nil {
		var s *web.Server
		if s, err = web.New(ctx, web.Config{Store: kept, SignIn: web.SignIn{Header: whoever}}); err == nil {
			var l net.Listener
			if l, err = net.Listen("tcp", "127.0.0.1:0"); err == nil {
				fmt.Println("http://" + l.Addr().String())
				err = http.Serve(l, s.Handler())
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// kills is how often the test kills; REPRISE_TEST_KILLS asks for more.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("REPRISE_TEST_KILLS")); err == nil {
		return n
	}
	return 6
}

// A server that is killed at any moment loses no mark that it acknowledged, and keeps
// none twice, though a page sends again whatever it had no answer for.
func TestKilledWhileSaying(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: kills processes, which takes seconds")
	}
	databasetest.Both(t, func(t *testing.T, where string) {
		random := rand.New(rand.NewPCG(19, 200))
		acknowledged, waiting, sent := map[string]bool{}, []string{}, 0
		for range kills() {
			address, kill := served(t, where)
			stop := time.AfterFunc(time.Duration(10+random.IntN(120))*time.Millisecond, kill)
			for {
				if len(waiting) == 0 {
					sent++
					waiting = append(waiting, fmt.Sprintf("mark%d", sent))
				}
				if !said(address, waiting[0]) {
					break
				}
				acknowledged[waiting[0]] = true
				waiting = waiting[1:]
			}
			stop.Stop()
			kill()
		}
		address, kill := served(t, where)
		for _, id := range waiting {
			acknowledged[id] = said(address, id)
		}
		kill()
		kept, err := rooms.Open(t.Context(), where)
		if err != nil {
			t.Fatal(err)
		}
		defer kept.Close()
		entries, err := kept.Entries(t.Context(), "open", 0)
		if err != nil {
			t.Fatal(err)
		}
		there := map[string]int{}
		for i, e := range entries {
			there[e.ID]++
			if e.Seq != int64(i+1) || e.Text != "a note" {
				t.Errorf("entry %d is half: %+v", i, e)
			}
		}
		for id, is := range acknowledged {
			if !is || there[id] != 1 {
				t.Errorf("%s was acknowledged (%v) and is there %d times", id, is, there[id])
			}
		}
		if len(there) != sent || sent < kills() {
			t.Errorf("%d sent, %d there", sent, len(there))
		}
		t.Logf("%d kills, %d marks, all there once", kills(), len(there))
	})
}

// served starts a server in a process of its own.
func served(t *testing.T, where string) (address string, kill func()) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), servesAt+"="+where)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the server did not start: %v", err)
	}
	dead := make(chan bool)
	go func() {
		c.Wait()
		close(dead)
	}()
	return strings.TrimSpace(line), func() {
		c.Process.Kill()
		<-dead
	}
}

// said sends a mark and tells whether it was acknowledged.
func said(address, id string) bool {
	body, err := json.Marshal([]map[string]any{{"id": id, "kind": "mark", "visibility": "mine", "text": "a note", "oldVersion": "a", "newVersion": "b", "old": []string{"op1"}, "new": []string{"op1"}, "name": "OP1"}})
	if err != nil {
		return false
	}
	for {
		r, err := http.NewRequest(http.MethodPost, address+"/room/open/entries", bytes.NewReader(body))
		if err != nil {
			return false
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set(whoever, "anna")
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			return false
		}
		got.Body.Close()
		if got.StatusCode != http.StatusTooManyRequests {
			return got.StatusCode == http.StatusOK
		}
		time.Sleep(20 * time.Millisecond)
	}
}
