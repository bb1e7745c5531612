package pdftest

import (
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
)

// Seven is a file with one figure on its page.
func Seven() []byte { return Drawn("", "BT /F 10 Tf 100 700 Td (7) Tj ET") }

// Encrypted is a file with one 7 on it, encrypted with the password (RC4, 40
// bits: revision 2 of the standard handler).
func Encrypted(password string) []byte {
	padding := "(\xbfN^Nu\x8aAd\x00NV\xff\xfa\x01\x08..\x00\xb6\xd0h>\x80/\x0c\xa9\xfedSiz"
	user := (password + padding)[:32]
	crypt := func(key []byte, data string) string {
		cipher, _ := rc4.NewCipher(key)
		out := make([]byte, len(data))
		cipher.XORKeyStream(out, []byte(data))
		return string(out)
	}
	ownerKey := md5.Sum([]byte(padding))
	owner := crypt(ownerKey[:5], user)
	sum := md5.Sum([]byte(user + owner + "\xfc\xff\xff\xff" + "0123456789abcdef"))
	key := sum[:5]
	streamKey := md5.Sum(append(append([]byte{}, key...), 4, 0, 0, 0, 0))

	f := &File{Trailer: fmt.Sprintf("/Encrypt 6 0 R/ID[<%x><%x>]", "0123456789abcdef", "0123456789abcdef")}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	f.Stream("", crypt(streamKey[:10], "BT /F 10 Tf 100 700 Td (7) Tj ET"))
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	f.Add(fmt.Sprintf("<</Filter/Standard/V 1/R 2/P -4/O<%x>/U<%x>>>", owner, crypt(key, padding)))
	return f.Bytes()
}

// Bomb is a page that draws a form that draws the next ten times, and so on
// for so many levels.
func Bomb(levels int) []byte {
	var forms []string
	for i := 1; i < levels; i++ {
		forms = append(forms, strings.Repeat(fmt.Sprintf("/X%d Do ", i), 10))
	}
	return Drawn("", "/X0 Do", append(forms, "0 0 m 100 0 l S")...)
}

// Loop is a file whose page tree has no end.
func Loop() []byte {
	f := &File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>")
	return f.Bytes()
}
