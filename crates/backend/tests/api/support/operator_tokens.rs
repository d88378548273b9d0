//! Gives tests tokens of the operator, as `token create` does for the operator's systems.

use chrono::TimeDelta;
use partner_portal_backend::{
    auth::operator_token, clock::Clock, storage::operator_tokens::TokenScope,
};
use sqlx::Connection;

use crate::support::{test_app::TestApp, visitor::Visitor};

impl TestApp {
    /// Returns a system of the operator with a token of this scope, which expires after 90 days.
    pub(crate) async fn operator(&self, scope: TokenScope) -> Visitor {
        let token = operator_token::generate().unwrap();
        let mut connection = self.database().await;
        let hash = operator_token::hash(&token);
        sqlx::query(
            "INSERT INTO operator_tokens (id, name, scope, token_hash, created_at, expires_at)
             VALUES (hex(?1), hex(?1), ?2, ?1, ?3, ?4)",
        )
        .bind(&hash[..])
        .bind(scope.as_str())
        .bind(self.clock.now().timestamp_millis())
        .bind((self.clock.now() + TimeDelta::days(90)).timestamp_millis())
        .execute(&mut connection)
        .await
        .unwrap();
        connection.close().await.unwrap();
        self.bearer(&token)
    }
}
