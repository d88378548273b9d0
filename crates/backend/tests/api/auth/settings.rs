//! Tests that invalid settings for bearer tokens stop the start.

use tempfile::TempDir;

use crate::support::{
    issuer::SECRET,
    program::{Program, run},
};

const URL: &str = "https://id.example.com/jwks";
const WHOSE: [&str; 4] = ["--jwt-issuer", "i", "--jwt-audience", "a"];

/// Returns the log of a refused start, in a folder with these files.
fn refused(files: &[(&str, &[u8])], flags: &[&str], environment: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    let output = run(folder.path(), &[&["--listen", ":0"], flags].concat(), environment);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    text
}

#[test]
fn the_address_of_the_keys_must_be_safe() {
    for url in ["http://id.example.com/jwks", "id.example.com", "https://me:secret@id.example.com/"]
    {
        let text = refused(&[], &[&["--jwks-url", url], &WHOSE[..]].concat(), &[]);
        assert!(text.contains("--jwks-url"), "{text}");
    }
}

#[test]
fn issuer_and_audience_are_required_with_keys_and_refused_without() {
    for key in [["--jwks-url", URL], ["--jwt-secret-file", "secret"]] {
        for (given, missing) in [(&WHOSE[..2], "--jwt-audience"), (&WHOSE[2..], "--jwt-issuer")] {
            let text = refused(&[("secret", SECRET)], &[&key, given].concat(), &[]);
            assert!(text.contains(missing), "{text}");
        }
    }
    let text = refused(&[], &WHOSE, &[]);
    assert!(text.contains("--jwt-issuer: means nothing without --jwks-url"), "{text}");
    let empty = ["--jwks-url", URL, "--jwt-issuer", "", "--jwt-audience", "a"];
    assert!(refused(&[], &empty, &[]).contains("--jwt-issuer"));
}

#[test]
fn two_sources_of_keys_are_refused() {
    let both = ["--jwks-url", URL, "--jwt-secret-file", "secret"];
    let text = refused(&[("secret", SECRET)], &[&both, &WHOSE[..]].concat(), &[]);
    assert!(text.contains("--jwks-url") && text.contains("--jwt-secret-file"), "{text}");
    let flag = [&["--jwks-url", URL], &WHOSE[..]].concat();
    let text = refused(&[("secret", SECRET)], &flag, &[("PORTAL_JWT_SECRET_FILE", "secret")]);
    assert!(text.contains("--jwt-secret-file"), "{text}");
}

#[test]
fn a_missing_or_short_secret_is_refused() {
    let flags = [&["--jwt-secret-file", "secret"], &WHOSE[..]].concat();
    let text = refused(&[], &flags, &[]);
    assert!(text.contains("--jwt-secret-file: secret: No such file"), "{text}");
    let short = [&SECRET[..31], b"\n"].concat();
    for content in [&b""[..], b"\n", &SECRET[..31], &short] {
        let text = refused(&[("secret", content)], &flags, &[]);
        assert!(text.contains("--jwt-secret-file:") && text.contains("32 are needed"), "{text}");
        assert!(!text.contains("0123456789"), "the secret is not repeated");
    }
}

#[test]
fn an_allowed_origin_must_be_exact() {
    for origin in ["*", "https://*.example.com", "https://example.com/"] {
        let text = refused(&[], &["--allowed-origin", origin], &[]);
        assert!(text.contains("--allowed-origin"), "{text}");
    }
    let several = [("PORTAL_ALLOWED_ORIGINS", "https://a.example.com,*")];
    assert!(refused(&[], &[], &several).contains("--allowed-origin"));
}

#[tokio::test]
async fn the_reason_for_a_refusal_is_logged_at_debug_level_without_the_token() {
    for (level, is_logged) in [("info", false), ("debug", true)] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("secret"), SECRET).unwrap();
        let flags = ["--listen", ":0", "--log-level", level, "--jwt-secret-file", "secret"];
        let mut program = Program::start(folder.path(), &[&flags, &WHOSE[..]].concat());
        let claims = serde_json::json!({
            "iss": "i", "aud": "a", "exp": 4_000_000_000_u64, "sub": "subject-7",
            "email": "giulia.conti@example.com", "email_verified": true,
        });
        let token = crate::support::issuer::hs256(&claims);
        let origin = program.first_line.trim().strip_prefix("listening on ").unwrap().to_owned();
        let visitor = crate::support::visitor::Visitor::with_token(&origin, &token);
        assert_eq!(visitor.session().await.status(), 401, "the token belongs to no person");
        assert!(program.signal("TERM").success());
        let log = program.log();
        assert_eq!(log.contains("its subject is unknown"), is_logged, "{log}");
        let signature = token.rsplit('.').next().unwrap();
        for personal in [signature, "subject-7", "giulia", "eyJ"] {
            assert!(!log.contains(personal), "{personal} is logged at {level}");
        }
        assert!(!log.contains("signing in is impossible"));
    }
}

#[test]
fn the_help_names_every_environment_variable() {
    let folder = TempDir::new().unwrap();
    let help = String::from_utf8(run(folder.path(), &["--help"], &[]).stdout).unwrap();
    assert!(help.starts_with("The reference backend of the partner portal"), "{help}");
    for name in [
        "PORTAL_JWKS_URL",
        "PORTAL_JWT_SECRET_FILE",
        "PORTAL_JWT_ISSUER",
        "PORTAL_JWT_AUDIENCE",
        "PORTAL_ALLOWED_ORIGINS",
        "PORTAL_INTEGRATION_TYPES",
        "PORTAL_LOG_LEVEL",
    ] {
        assert!(help.contains(name), "{name}");
    }
}
