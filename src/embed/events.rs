//! Dispatches the portal's events as DOM events on the host's element. No event carries personal
//! data.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

use crate::config::PortalEvent;

/// Dispatches an event that bubbles and leaves the shadow root. Returns `false` if the host
/// prevented it.
pub(super) fn dispatch(host: &EventTarget, event: &PortalEvent) -> bool {
    let detail = Object::new();
    let set = |name: &str, value: JsValue| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&detail, &name.into(), &value);
    };
    let error = |kind: &str| {
        set("type", kind.into());
        set("request_id", JsValue::NULL);
        set("recoverable", true.into());
    };
    match event {
        PortalEvent::Ready | PortalEvent::Unlocked | PortalEvent::SignOutRequested => {}
        PortalEvent::Status { status, revision } => {
            set("status", (*status).into());
            #[expect(clippy::cast_precision_loss, reason = "revisions stay far below 2^53")]
            set("revision", revision.map_or(JsValue::NULL, |revision| (revision as f64).into()));
        }
        PortalEvent::Dirty(dirty) => set("dirty", (*dirty).into()),
        PortalEvent::SessionExpired { initial } => set("initial", (*initial).into()),
        PortalEvent::LanguageNotLoaded => error("language_not_loaded"),
        PortalEvent::AccountNotFound => error("account_not_found"),
        PortalEvent::Navigate { path } => set("path", path.into()),
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(matches!(event, PortalEvent::Navigate { .. }));
    init.set_detail(&detail);
    // Neither call can fail, because the name is a string and the event is new.
    CustomEvent::new_with_event_init_dict(&("partner-portal:".to_owned() + event.name()), &init)
        .and_then(|event| host.dispatch_event(&event))
        .unwrap_or(true)
}
