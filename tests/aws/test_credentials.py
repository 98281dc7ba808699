"""Where credentials come from, and why there are none: each cause is told as itself."""

import hashlib
import json
import subprocess
import unittest
from datetime import UTC, datetime, timedelta

from relay import Script, Server
from world import Folder, definition, taskdef

SESSION = "arn:aws:iam::111122223333:user/me"
KEYS = '"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"HIDDEN-secret","SessionToken":"HIDDEN-token"'
PROFILES = f"""
[profile fails]
credential_process = sh -c 'echo helper-says-no >&2; exit 3'
[profile tells]
credential_process = sh -c 'echo "no login for bob pass=HIDDEN1 https://bob:HIDDEN2@vault Bearer HIDDEN3" >&2; exit 3'
[profile half-sso]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 111122223333
sso_role_name = Dev
[profile garbage]
credential_process = echo garbage
[profile unknown-version]
credential_process = echo '{{"Version":2,{KEYS}}}'
[profile no-program]
credential_process = /there/is/no/such-program
[profile old]
credential_process = echo '{{"Version":1,{KEYS},"Expiration":"2001-01-01T00:00:00Z"}}'
[profile slow]
credential_process = sh -c 'sleep 6; echo "$0"' '{{"Version":1,{KEYS}}}'
[profile sso]
sso_session = work
sso_account_id = 111122223333
sso_role_name = Dev
[sso-session work]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start
[profile no-session]
sso_session = other
sso_account_id = 111122223333
sso_role_name = Dev
[profile login]
login_session = {SESSION}
[profile needs-another]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = nobody
[profile half]
aws_access_key_id = AKIAHALF
[profile empty]
output = json
"""


def in_time(**delta):
    return (datetime.now(UTC) + timedelta(**delta)).strftime("%Y-%m-%dT%H:%M:%SZ")


class SignIn(Server):
    """AWS Sign-In: it gives new credentials for a refresh token, or refuses."""

    def __init__(self, answer, error=None):
        self.content = json.dumps(answer).encode()
        self.error = error
        self.asked = []

    def answer(self, _called, request, body):
        self.asked.append((request.path, json.loads(body)))
        headers = {"Content-Type": "application/json", "x-amzn-ErrorType": self.error}
        return 400 if self.error else 200, self.content, headers


class Credentials(unittest.TestCase):
    def setUp(self):
        self.home = Folder()
        config = self.home.file(PROFILES, "config")
        self.env = {"HOME": self.home.folder.name, "AWS_CONFIG_FILE": str(config),
                    "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}

    def fetch(self, profile, *more, command=("fetch", "batch", "--report", "none"), **env):
        aws = Script([None])
        aws.add(definition("batch"))
        with aws:
            done = taskdef(*command, *(["--profile", profile] if profile else []), *more,
                           endpoint=aws.url, env=self.env | env)
        self.assertNotIn("HIDDEN-secret", done.stderr)
        return done, aws.calls

    def signed_in(self, name, content):
        """A file in which the AWS CLI keeps a sign-in."""
        cache = self.home.file("", "x").parent / ".aws" / name / "cache"
        cache.mkdir(parents=True, exist_ok=True)
        key = {"sso": hashlib.sha1(b"work"), "login": hashlib.sha256(SESSION.encode())}[name]
        (cache / f"{key.hexdigest()}.json").write_text(json.dumps(content))

    def test_each_cause_is_told_as_itself(self):
        cases = {
            "nobody": ["there is no profile nobody", "list-profiles"],
            "needs-another": ["there is no profile nobody", "source_profile"],
            "fails": ["credential_process gave no credentials", "ended with 3", "helper-says-no"],
            "garbage": ["credential_process gave no credentials", "invalid JSON", "Version 1"],
            "unknown-version": ["credential_process gave no credentials", "unknown version number: 2"],
            "no-program": ["credential_process gave no credentials", "ended with 127", "such-program"],
            "old": ["the credentials that were found have expired"],
            "sso": ["nobody has signed in here", "`aws sso login`"],
            "no-session": ["the profile can't be used", "sso-session named `other`"],
            "login": ["nobody has signed in here", "`aws login`"],
            "half": ["the profile can't be used", "aws_secret_access_key"],
            "empty": ["no AWS credentials were found"],
        }
        for profile, told in cases.items():
            with self.subTest(profile):
                done, calls = self.fetch(profile)
                self.assertEqual((done.status, calls), (5, []), done)
                for text in told:
                    self.assertIn(text, done.stderr)
                japanese, _ = self.fetch(profile, "--lang", "ja")
                self.assertRegex(japanese.stderr.splitlines()[-1], "[ぁ-ん].*。$")

    def test_a_slow_process_is_waited_for(self):
        done, calls = self.fetch("slow")
        self.assertEqual((done.status, len(calls)), (0, 1), done)
        self.assertIn("waiting for credentials", done.stderr)
        quiet, _ = self.fetch("slow", command=["schedules", "batch", "--format", "json"])
        self.assertEqual(quiet.stderr, "", quiet)

    def test_a_named_profile_comes_before_keys_of_the_environment(self):
        keys = {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "x"}
        done, calls = self.fetch("fails", **keys)
        self.assertEqual((done.status, calls), (5, []), done)

    def test_a_secret_that_a_process_tells_is_not_told(self):
        done, _ = self.fetch("tells")
        self.assertIn("no login for bob pass=***", done.stderr)
        self.assertNotIn("HIDDEN", done.stderr)

    def test_half_of_a_key_or_of_a_profile_is_told_as_such(self):
        for variable, missing in [("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                                  ("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")]:
            done, calls = self.fetch(None, **{variable: "HIDDEN"})
            self.assertEqual((done.status, calls), (5, []), done)
            self.assertIn(f"{missing} is not set", done.stderr)
            self.assertNotIn("HIDDEN", done.stderr)
        done, _ = self.fetch("half-sso")
        self.assertIn("the profile can't be used", done.stderr)
        self.assertNotIn("there is no profile", done.stderr)

    def test_an_sso_sign_in_that_has_expired(self):
        self.signed_in("sso", {"accessToken": "HIDDEN-secret", "expiresAt": in_time(hours=-1),
                               "region": "eu-west-1", "startUrl": "https://example.awsapps.com/start"})
        done, calls = self.fetch("sso")
        self.assertEqual((done.status, calls), (5, []), done)
        self.assertIn("the sign-in by `aws sso login` has expired", done.stderr)

    def login(self, expires):
        key = subprocess.run(["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout"],
                             check=True, capture_output=True, text=True).stdout
        self.signed_in("login", {
            "accessToken": {"accessKeyId": "AKIALOGIN", "secretAccessKey": "HIDDEN-secret",
                            "sessionToken": "t", "accountId": "111122223333", "expiresAt": expires},
            "tokenType": "aws_sigv4", "refreshToken": "refresh-me", "idToken": "e30.e30.e30",
            "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": key,
        })

    def test_a_console_sign_in_is_used(self):
        self.login(in_time(minutes=14))
        done, calls = self.fetch("login")
        self.assertEqual((done.status, len(calls)), (0, 1), done)

    def test_a_console_sign_in_is_renewed(self):
        self.login(in_time(minutes=-14))
        answer = {"accessToken": {"accessKeyId": "AKIANEW", "secretAccessKey": "HIDDEN-secret",
                                  "sessionToken": "t"},
                  "tokenType": "aws_sigv4", "expiresIn": 900, "refreshToken": "next"}
        with SignIn(answer) as sign_in:
            done, calls = self.fetch("login", AWS_ENDPOINT_URL_SIGNIN=sign_in.url)
        self.assertEqual((done.status, len(calls)), (0, 1), done)
        [(path, asked)] = sign_in.asked
        self.assertEqual((path, asked["refreshToken"]), ("/v1/token", "refresh-me"))

    def test_a_console_sign_in_that_has_expired(self):
        self.login(in_time(minutes=-14))
        with SignIn({"error": "TOKEN_EXPIRED", "message": "expired"}, "AccessDeniedException") as sign_in:
            done, calls = self.fetch("login", AWS_ENDPOINT_URL_SIGNIN=sign_in.url)
        self.assertEqual((done.status, calls), (5, []), done)
        self.assertIn("the sign-in by `aws login` has expired", done.stderr)


if __name__ == "__main__":
    unittest.main()
