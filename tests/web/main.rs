//! Tests the user-interface components in a real browser, each in its own shadow root.

#![cfg(target_arch = "wasm32")]

mod autofill;
mod chips_input;
mod combobox;
mod dialog;
mod field_shell;
mod focus_keeper;
mod mandatory_dialog;
mod menu;
mod modal;
mod stage;
mod tabs;
mod virtual_list;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
