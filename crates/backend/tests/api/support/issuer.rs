//! An identity provider on this machine. It has real key pairs and signatures. Its key set is
//! served over HTTP and can change, contain wrong data or be unavailable.

use std::sync::{
    Arc, LazyLock, Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use axum::{Router, http::StatusCode, response::IntoResponse, routing::get};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use p256::{ecdsa::SigningKey, pkcs8::EncodePrivateKey};
use partner_portal_backend::clock::{Clock, ManualClock};
use rsa::{RsaPrivateKey, pkcs1::EncodeRsaPrivateKey, rand_core::OsRng, traits::PublicKeyParts};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};

pub(crate) const ISSUER: &str = "https://id.example.com/";
pub(crate) const AUDIENCE: &str = "partner-portal";

/// A key pair. The private key signs, the public key is in the key set.
#[derive(Clone)]
pub(crate) struct KeyPair {
    pub(crate) id: &'static str,
    pub(crate) algorithm: Algorithm,
    private: EncodingKey,
    pub(crate) public: Value,
}

/// Two RSA keys, shared by all tests because generating them is slow.
pub(crate) static RSA: LazyLock<[KeyPair; 2]> =
    LazyLock::new(|| [rsa_key("rsa-1", 2048), rsa_key("rsa-2", 2048)]);

pub(crate) fn rsa_key(id: &'static str, bits: usize) -> KeyPair {
    let key = RsaPrivateKey::new(&mut OsRng, bits).unwrap();
    let number = |number: &rsa::BigUint| URL_SAFE_NO_PAD.encode(number.to_bytes_be());
    KeyPair {
        id,
        algorithm: Algorithm::RS256,
        private: EncodingKey::from_rsa_der(key.to_pkcs1_der().unwrap().as_bytes()),
        public: json!({
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": id,
            "n": number(key.n()), "e": number(key.e()),
        }),
    }
}

pub(crate) fn p256_key(id: &'static str) -> KeyPair {
    let key = SigningKey::random(&mut OsRng);
    let point = key.verifying_key().to_encoded_point(false);
    let coordinate = |octets: Option<&p256::FieldBytes>| URL_SAFE_NO_PAD.encode(octets.unwrap());
    let private = p256::SecretKey::from(&key).to_pkcs8_der().unwrap();
    KeyPair {
        id,
        algorithm: Algorithm::ES256,
        private: EncodingKey::from_ec_der(private.as_bytes()),
        public: json!({
            "kty": "EC", "crv": "P-256", "kid": id,
            "x": coordinate(point.x()), "y": coordinate(point.y()),
        }),
    }
}

impl KeyPair {
    /// Returns the header of the tokens signed with this key.
    pub(crate) fn header(&self) -> Header {
        Header { kid: Some(self.id.to_owned()), ..Header::new(self.algorithm) }
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.sign_with(&self.header(), claims)
    }

    pub(crate) fn sign_with(&self, header: &Header, claims: &Value) -> String {
        encode(header, claims, &self.private).unwrap()
    }
}

/// Returns the issuer's claims about a person, valid for ten minutes.
pub(crate) fn claims(clock: &ManualClock, subject: &str, email: &str) -> Value {
    let now = clock.now().timestamp();
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": subject, "iat": now, "exp": now + 600,
        "email": email, "email_verified": true,
    })
}

/// The HTTP server with the key set.
pub(crate) struct KeyServer {
    pub(crate) url: String,
    answer: Arc<Mutex<(StatusCode, String)>>,
    asked: Arc<AtomicUsize>,
    is_mute: Arc<AtomicBool>,
    task: JoinHandle<()>,
}

impl KeyServer {
    pub(crate) async fn start(keys: &[&KeyPair]) -> Self {
        Self::listen(TcpListener::bind("127.0.0.1:0").await.unwrap(), keys)
    }

    /// Starts at this address, which was not in use before.
    pub(crate) async fn start_at(address: std::net::SocketAddr, keys: &[&KeyPair]) -> Self {
        Self::listen(TcpListener::bind(address).await.unwrap(), keys)
    }

    fn listen(listener: TcpListener, keys: &[&KeyPair]) -> Self {
        let url = format!("http://{}/jwks", listener.local_addr().unwrap());
        let answer = Arc::new(Mutex::new((StatusCode::OK, key_set(keys))));
        let asked = Arc::new(AtomicUsize::new(0));
        let is_mute = Arc::new(AtomicBool::new(false));
        let handler = {
            let (answer, asked, is_mute) = (answer.clone(), asked.clone(), is_mute.clone());
            move || async move {
                asked.fetch_add(1, Ordering::SeqCst);
                if is_mute.load(Ordering::SeqCst) {
                    std::future::pending::<()>().await;
                }
                let (status, body) = answer.lock().unwrap().clone();
                let elsewhere = [("location", "/elsewhere"), ("content-type", "application/json")];
                (status, elsewhere, body).into_response()
            }
        };
        let elsewhere = key_set(keys);
        let router = Router::new()
            .route("/jwks", get(handler))
            .route("/elsewhere", get(|| async move { elsewhere }));
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, answer, asked, is_mute, task }
    }

    pub(crate) fn publish(&self, keys: &[&KeyPair]) {
        self.answer_with(StatusCode::OK, key_set(keys));
    }

    pub(crate) fn answer_with(&self, status: StatusCode, body: String) {
        *self.answer.lock().unwrap() = (status, body);
    }

    /// Accepts requests from now on, but never responds.
    pub(crate) fn fall_silent(&self) {
        self.is_mute.store(true, Ordering::SeqCst);
    }

    /// Waits until the key set was requested `times` times.
    pub(crate) async fn is_asked(&self, times: usize) {
        let asked = async {
            while self.asked() < times {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), asked).await.expect("it is asked");
    }

    /// Returns the number of requests so far.
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Drop for KeyServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub(crate) fn key_set(keys: &[&KeyPair]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| key.public.clone()).collect();
    json!({ "keys": keys }).to_string()
}

/// The secret shared with the issuer, for tokens with HS256.
pub(crate) const SECRET: &[u8; 32] = b"0123456789abcdef0123456789abcdef";

pub(crate) fn hs256(claims: &Value) -> String {
    encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(SECRET)).unwrap()
}
