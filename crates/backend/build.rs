//! Compiles again when a migration is added: the macro that embeds them sees only changed ones.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
