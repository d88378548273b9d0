//! The settings of the rate limits.

use clap::{Args, value_parser};

/// The settings of the rate limits.
#[derive(Args, Clone, Debug)]
#[group(skip)]
pub struct LimitsSettings {
    /// The number of sign-in attempts that one client address may make per minute.
    #[arg(long, env = "PORTAL_SIGN_INS_PER_MINUTE", value_name = "NUMBER", default_value_t = 30, value_parser = value_parser!(u32).range(1..))]
    pub sign_ins_per_minute: u32,

    /// The number of invitations that one account may send per hour.
    #[arg(long, env = "PORTAL_INVITATIONS_PER_HOUR", value_name = "NUMBER", default_value_t = 100, value_parser = value_parser!(u32).range(1..))]
    pub invitations_per_hour: u32,
}
