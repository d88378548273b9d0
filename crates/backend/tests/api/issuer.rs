//! An identity provider on this machine: real key pairs, real signatures, and a key set that is
//! fetched by HTTP and can change, lie or be gone.

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

/// A key pair: the private half signs, the public half goes into the key set.
#[derive(Clone)]
pub(crate) struct KeyPair {
    pub(crate) id: &'static str,
    pub(crate) algorithm: Algorithm,
    private: EncodingKey,
    pub(crate) public: Value,
}

/// Two RSA keys, made once: they take the longest.
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
    /// The header of its tokens.
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

/// What the issuer says about somebody for the next ten minutes.
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

    /// On an address that nobody has listened on so far.
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

    /// Takes requests from now on and never answers them.
    pub(crate) fn fall_silent(&self) {
        self.is_mute.store(true, Ordering::SeqCst);
    }

    /// Waits until it was asked so often.
    pub(crate) async fn is_asked(&self, times: usize) {
        let asked = async {
            while self.asked() < times {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), asked).await.expect("it is asked");
    }

    /// How often it was asked.
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

/// The secret of [`AUDIENCE`] and its issuer, for tokens by HS256.
pub(crate) const SECRET: &[u8; 32] = b"0123456789abcdef0123456789abcdef";

pub(crate) fn hs256(claims: &Value) -> String {
    encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(SECRET)).unwrap()
}
