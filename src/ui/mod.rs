//! Accessible controls that know nothing about the product.
//!
//! They must not depend on the contract, the API or the translations: text and direction arrive as
//! props. All of them live in one shadow root, inside a root element that declares `dir`. Ids are
//! unique per root. An element is therefore looked up in the root of another element beside it,
//! never in the document.

mod ancestors;
mod attributes;
mod badge;
mod button;
mod chips_input;
mod choice_group;
mod combobox;
mod dialog;
mod direction;
mod empty_state;
mod error_summary;
mod error_text;
mod events;
mod field_shell;
mod first_view;
mod focus;
mod focus_keeper;
mod icon;
mod keyed_list;
mod listener;
mod live_region;
mod mandatory_dialog;
mod menu;
mod modal;
mod notice;
mod progress_bar;
mod removable_item;
mod select;
mod skeleton;
mod tab_panel;
mod tabs;
mod text_input;
mod toggle_group;
mod virtual_list;
mod visible_range;

pub use badge::{Badge, BadgeKind};
pub use button::{Button, ButtonKind};
pub use chips_input::{
    Chip, ChipsInput, ChipsLabels, EntrySyntax, LONGEST_TEXT, MOST_ENTRIES, chip_id, shortened,
};
pub use choice_group::{Choice, ChoiceGroup};
pub use combobox::{Combobox, ComboboxLabels, ComboboxOption};
pub use dialog::Dialog;
pub use direction::{Direction, tab_target};
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, SummaryItem};
pub use error_text::ErrorText;
pub use events::{pressed_key, untyped};
pub use field_shell::{FieldShell, described_by};
pub use first_view::{FirstView, first_view, provide_first_view, take_first_view, when_calm};
pub use focus::{
    element_by_id, focus_by_id, focus_by_id_after_render, focus_moves_inside,
    scroll_into_view_if_needed,
};
pub use focus_keeper::FocusKeeper;
pub use icon::{Icon, IconName};
pub use keyed_list::KeyedList;
pub use listener::Listener;
pub use live_region::LiveRegion;
pub use mandatory_dialog::MandatoryDialog;
pub use menu::Menu;
pub use notice::{Notice, NoticeKind};
pub use progress_bar::ProgressBar;
pub use removable_item::RemovableItem;
pub use select::Select;
pub use skeleton::Skeleton;
pub use tab_panel::TabPanel;
pub use tabs::{Tab, Tabs};
pub use text_input::TextInput;
pub use toggle_group::{ToggleGroup, ToggleOption};
pub use virtual_list::VirtualList;
pub use visible_range::visible_range;
