"""Certificates and proxies: what stands between a company and AWS."""

import ssl
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from relay import Script
from world import TOOLS, definition, taskdef

# moto brings a library that makes certificates.
MAKE = """
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "inspector")])
now = datetime.datetime.now(datetime.timezone.utc)
address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
certificate = (
    x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(1).not_valid_before(now - datetime.timedelta(1))
    .not_valid_after(now + datetime.timedelta(1)).add_extension(address, False)
    .sign(key, hashes.SHA256())
)
pem = serialization.Encoding.PEM
with open(sys.argv[1], "wb") as file:
    file.write(certificate.public_bytes(pem))
with open(sys.argv[2], "wb") as file:
    file.write(key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
"""


class Tls(Script):
    """A script behind a certificate of its own."""

    def __init__(self, certificate, key):
        super().__init__([None])
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)

    def __enter__(self):
        super().__enter__()
        socket = self.server.socket
        self.server.socket = self.context.wrap_socket(
            socket, server_side=True, do_handshake_on_connect=False)
        self.server.handle_error = lambda *_: None  # who does not trust us hangs up
        self.url = self.url.replace("http:", "https:")
        return self


class Network(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.certificate, cls.key = (str(Path(folder.name) / name) for name in ["c.pem", "k.pem"])
        make = [TOOLS / "moto/bin/python", "-c", MAKE, cls.certificate, cls.key]
        subprocess.run(make, check=True)

    def fetch(self, url, **env):
        return taskdef("fetch", "batch", "--max-attempts", "1", endpoint=url, env=env)

    def test_a_certificate_that_nobody_knows(self):
        with Tls(self.certificate, self.key) as server:
            server.add(definition("batch"))
            refused = self.fetch(server.url)
            trusted = self.fetch(server.url, AWS_CA_BUNDLE=self.certificate)
        self.assertEqual(refused.status, 6, refused)
        self.assertIn("set AWS_CA_BUNDLE", refused.stderr)
        self.assertEqual(trusted.status, 0, trusted)

    def test_a_bundle_that_is_none(self):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write("-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n")
            file.flush()
            done = self.fetch("https://127.0.0.1:9", AWS_CA_BUNDLE=file.name)
        self.assertEqual(done.status, 1, done)
        self.assertIn("does not hold valid PEM certificates", done.stderr)

    def through_proxy(self, status, *options):
        """What a proxy that answers CONNECT with this status is asked, and what came of it."""
        asked = []

        class Proxy(BaseHTTPRequestHandler):
            def do_CONNECT(self):
                asked.append(self.path)
                self.send_error(status)

            def log_message(self, *_):
                pass

        proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
        threading.Thread(target=proxy.serve_forever, args=(0.05,), daemon=True).start()
        url = f"http://user:NOT-TO-BE-TOLD@127.0.0.1:{proxy.server_address[1]}"
        done = taskdef("fetch", "batch", "--backoff", "1ms", *options,
                       endpoint="https://ecs.example.com", env={"HTTPS_PROXY": url})
        proxy.shutdown()
        proxy.server_close()
        self.assertEqual(done.status, 6, done)
        self.assertNotIn("NOT-TO-BE-TOLD", done.stderr)
        self.assertIn("HTTPS_PROXY", done.stderr)
        return asked, done

    def test_a_proxy_of_the_environment(self):
        asked, _ = self.through_proxy(403, "--max-attempts", "2")
        self.assertEqual(asked, ["ecs.example.com:443"] * 2)

    def test_a_proxy_that_wants_a_password_is_asked_once(self):
        asked, done = self.through_proxy(407, "--max-attempts", "8")
        self.assertEqual(asked, ["ecs.example.com:443"])
        self.assertIn("the proxy wants a user and a password (HTTP 407)", done.stderr)


if __name__ == "__main__":
    unittest.main()
