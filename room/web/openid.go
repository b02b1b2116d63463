package web

import (
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"reprise/room"
)

// OpenID is a service that signs people in by OpenID Connect.
type OpenID struct {
	client   oauth2.Config
	verifier *oidc.IDTokenVerifier
	http     *http.Client
}

// NewOpenID asks an issuer how it signs people in. The address is that of this server
// as people reach it; the issuer must know its /signed-in as a place to return to.
func NewOpenID(ctx context.Context, issuer, id, secret, address string) (*OpenID, error) {
	o := &OpenID{http: &http.Client{Timeout: issuerTime}}
	provider, err := oidc.NewProvider(oidc.ClientContext(ctx, o.http), issuer)
	if err != nil {
		return nil, fmt.Errorf("%s does not say how it signs people in: %w", issuer, err)
	}
	o.client = oauth2.Config{ClientID: id, ClientSecret: secret, Endpoint: provider.Endpoint(), RedirectURL: strings.TrimSuffix(address, "/") + "/signed-in", Scopes: []string{oidc.ScopeOpenID, "profile"}}
	o.verifier = provider.Verifier(&oidc.Config{ClientID: id})
	return o, nil
}

const (
	issuerTime   = 20 * time.Second
	signInTime   = 10 * time.Minute // for a person to sign in over there
	signInCookie = "reprise-sign-in"
)

// goSignIn sends a stranger to the service. What comes back is held against a cookie
// that only this browser has: a state, a nonce, and the secret of the exchange (PKCE).
func (c *call) goSignIn() error {
	o := c.SignIn.OpenID
	if o == nil {
		return room.ErrAbsent
	}
	state, nonce, proof := secret(), secret(), oauth2.GenerateVerifier()
	http.SetCookie(c.w, &http.Cookie{Name: signInCookie, Value: state + "." + nonce + "." + proof, Path: "/signed-in", MaxAge: int(signInTime.Seconds()), HttpOnly: true, Secure: c.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(c.w, c.r, o.client.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(proof)), http.StatusSeeOther)
	return nil
}

// signedIn takes a person who comes back from the service.
func (c *call) signedIn() error {
	o := c.SignIn.OpenID
	if o == nil {
		return room.ErrAbsent
	}
	kept, err := c.r.Cookie(signInCookie)
	if err != nil {
		return errStranger
	}
	http.SetCookie(c.w, &http.Cookie{Name: signInCookie, Path: "/signed-in", MaxAge: -1, HttpOnly: true, Secure: c.Secure, SameSite: http.SameSiteLaxMode})
	parts := strings.Split(kept.Value, ".")
	if len(parts) != 3 || subtle.ConstantTimeCompare([]byte(parts[0]), []byte(c.r.FormValue("state"))) != 1 {
		return errStranger
	}
	person, err := o.person(c.r.Context(), c.r.FormValue("code"), parts[1], parts[2])
	if err != nil {
		c.tell("sign-in: " + err.Error())
		return errStranger
	}
	if known, err := c.Store.Person(c.r.Context(), person.ID); err == nil {
		person.Delegation = known.Delegation
	}
	if err := c.setPerson(c.r.Context(), person); err != nil {
		return err
	}
	return c.signIn(person, "/")
}

// person exchanges a code for who it stands for.
func (o *OpenID) person(ctx context.Context, code, nonce, proof string) (room.Person, error) {
	ctx = oidc.ClientContext(ctx, o.http)
	token, err := o.client.Exchange(ctx, code, oauth2.VerifierOption(proof))
	if err != nil {
		return room.Person{}, err
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return room.Person{}, errors.New("the service sent no token of identity")
	}
	identity, err := o.verifier.Verify(ctx, raw)
	if err != nil {
		return room.Person{}, err
	}
	if subtle.ConstantTimeCompare([]byte(identity.Nonce), []byte(nonce)) != 1 {
		return room.Person{}, errors.New("the token was made for another sign-in")
	}
	var claims struct {
		Name     string `json:"name"`
		Username string `json:"preferred_username"`
	}
	if err := identity.Claims(&claims); err != nil {
		return room.Person{}, err
	}
	id := sha256.Sum256([]byte(identity.Issuer + "\x00" + identity.Subject))
	name := strings.Join(strings.Fields(cmp.Or(claims.Name, claims.Username, identity.Subject)), " ")
	if len(name) > maxName {
		name = strings.ToValidUTF8(name[:maxName], "")
	}
	return room.Person{ID: "openid:" + hex.EncodeToString(id[:16]), Name: name}, nil
}
