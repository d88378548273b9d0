//! The rules of operational support: schedules and their hours.

use super::{Check, HoursDraft, MAX_HOURS, MAX_SCHEDULES, ScheduleDraft};
use crate::{ContactField, DayOfWeek, FieldError, FieldErrorCode, Hours, Schedule, TimeOfDay};

const FIELD: ContactField = ContactField::OperationalSupport;

impl Check<'_> {
    pub(super) fn schedules(&mut self, drafts: &[ScheduleDraft]) -> Vec<Schedule> {
        self.count(FIELD, drafts.len(), MAX_SCHEDULES);
        drafts.iter().enumerate().filter_map(|(index, draft)| self.schedule(index, draft)).collect()
    }

    fn schedule(&mut self, index: usize, draft: &ScheduleDraft) -> Option<Schedule> {
        let time_zone = self.time_zone(index, draft.time_zone.trim());
        if draft.hours.is_empty() {
            self.entry_error(FIELD, index, FieldErrorCode::HoursMissing);
        } else if draft.hours.len() > MAX_HOURS {
            let mut error = FieldError::of_entry(FIELD, index, FieldErrorCode::TooMany);
            error.params.max = u32::try_from(MAX_HOURS).ok();
            error.params.count = u32::try_from(draft.hours.len()).ok();
            self.errors.push(error);
        }
        let hours = draft
            .hours
            .iter()
            .enumerate()
            .filter_map(|(at, hours)| self.hours(index, at, hours))
            .collect();
        Some(Schedule { time_zone: time_zone?, hours })
    }

    fn time_zone(&mut self, index: usize, name: &str) -> Option<String> {
        if name.is_empty() {
            self.entry_error(FIELD, index, FieldErrorCode::TimeZoneMissing);
            return None;
        }
        let found = self.reference.time_zone(name);
        if found.is_none() {
            self.entry_error(FIELD, index, FieldErrorCode::TimeZoneUnknown);
        }
        found
    }

    fn hours(&mut self, index: usize, at: usize, draft: &HoursDraft) -> Option<Hours> {
        if draft.days.is_empty() {
            self.hours_error(index, at, FieldErrorCode::DaysMissing);
        }
        let opens = self.time(
            (index, at),
            &draft.opens,
            TimeOfDay::parse_opening,
            (FieldErrorCode::OpensMissing, FieldErrorCode::OpensInvalid),
        );
        let closes = self.time(
            (index, at),
            &draft.closes,
            TimeOfDay::parse_closing,
            (FieldErrorCode::ClosesMissing, FieldErrorCode::ClosesInvalid),
        );
        Some(Hours { days: sorted(&draft.days), opens: opens?, closes: closes? })
    }

    fn time(
        &mut self,
        (index, at): (usize, usize),
        text: &str,
        parse: impl Fn(&str) -> Option<TimeOfDay>,
        (missing, invalid): (FieldErrorCode, FieldErrorCode),
    ) -> Option<TimeOfDay> {
        let time = parse(text);
        if time.is_none() {
            self.hours_error(index, at, if text.trim().is_empty() { missing } else { invalid });
        }
        time
    }

    fn hours_error(&mut self, index: usize, at: usize, code: FieldErrorCode) {
        let mut error = FieldError::of_entry(FIELD, index, code);
        error.params.hours = u32::try_from(at).ok();
        self.errors.push(error);
    }
}

fn sorted(days: &[DayOfWeek]) -> Vec<DayOfWeek> {
    DayOfWeek::ALL.into_iter().filter(|day| days.contains(day)).collect()
}
