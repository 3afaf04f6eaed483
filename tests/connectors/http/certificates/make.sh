#!/bin/bash
# Makes the certificates of tls_test anew, with openssl 3. All are for tests alone; the authorities' keys are thrown away.
#   tests/connectors/http/certificates/make.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >ca.cnf <<'EOF'
[req]
distinguished_name = dn
[dn]
[ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = .
rand_serial = yes
policy = any
default_md = sha256
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[here-server]
subjectAltName = IP:127.0.0.1, DNS:localhost
extendedKeyUsage = serverAuth
[elsewhere]
subjectAltName = DNS:example.com
extendedKeyUsage = serverAuth
[client]
subjectAltName = IP:127.0.0.1, DNS:localhost
extendedKeyUsage = clientAuth
EOF
touch index.txt

key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null; }

from=20200101000000Z
to=20991231235959Z
request() { openssl req -new -key "$2" -subj "/CN=Floorwalker test $1" -config ca.cnf -out request.pem; }

# self_signed NAME KEY EXTENSIONS
self_signed() {
    request "$1" "$2"
    openssl ca -batch -notext -config ca.cnf -selfsign -keyfile "$2" -extensions "$3" -startdate $from -enddate $to -in request.pem -out "$1.pem" 2>/dev/null
}

authority() { # NAME
    key "$1"
    self_signed "$1" "$1.key" authority
}

# certificate NAME ISSUER EXTENSIONS FROM TO KEY [MORE OPTIONS OF openssl ca]
certificate() {
    local name=$1 issuer=$2 extensions=$3 from=$4 to=$5 key=$6
    shift 6
    request "$name" "$key"
    openssl ca -batch -notext -config ca.cnf -cert "$issuer.pem" -keyfile "$issuer.key" -extensions "$extensions" \
        -startdate "$from" -enddate "$to" -in request.pem -out "$name.pem" "$@" 2>/dev/null
}

authority authority
authority stranger
key server
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out short.key 2>/dev/null
certificate good authority here-server $from $to server.key
certificate expired authority here-server $from 20210101000000Z server.key
certificate future authority here-server 20980101000000Z $to server.key
certificate wrong-host authority elsewhere $from $to server.key
certificate client-only authority client $from $to server.key
certificate stranger-signed stranger here-server $from $to server.key
certificate short-key authority here-server $from $to short.key
certificate sha1 authority here-server $from $to server.key -md sha1
cp server.key good.key
certificate signed-by-server good here-server $from $to server.key
cat good.pem >>signed-by-server.pem
self_signed self-signed server.key here-server

cp authority.pem good.pem expired.pem future.pem wrong-host.pem client-only.pem stranger-signed.pem short-key.pem sha1.pem \
    signed-by-server.pem self-signed.pem server.key short.key "$here"
