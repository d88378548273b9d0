//! Every sentence that the portal can say. The files in `locales/` have a key for each, in the same
//! order, and for the [plural ones](Text::PLURAL) a key for each plural category that the locale has.

macro_rules! texts {
    ($($name:ident)*) => {
        /// A sentence, named after what it says. Its key in the files is its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "locales/en.json says what each one says")]
        pub enum Text { $($name,)* }

        impl Text {
            /// Every sentence.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key in the files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// The place in what the loader fetches: keys would weigh more than some sentences.
            pub(super) const fn index(self) -> u32 {
                self as u32
            }
        }
    };
}

impl Text {
    /// The sentences that depend on a count: their keys end in `.one`, `.few`, `.other` and so on.
    pub const PLURAL: &[Self] = &[
        Self::Results,
        Self::Progress,
        Self::Errors,
        Self::Added,
        Self::AdviceAlsoIn,
        Self::ErrorSummaryTitle,
        Self::UserCount,
    ];
}

texts! {
    PortalTitle
    Navigation
    Home
    Configuration
    ContactInformation
    AccountAndUsers
    HelpAndSupport
    Users
    Language
    Environment
    Sandbox
    Production
    SwitchAccount
    SignOut
    SignIn
    Retry
    Loading
    LoadFailed
    LoadRefused
    Results
    Checking
    UnreachableTitle
    UnreachableBody
    SignedOutTitle
    SignedOutBody
    SignedOutTextKept
    SignedInAgain
    Unlocked
    UnlockedTextKept
    RequiredInformation
    RequiredInformationLead
    UsersTabLead
    ContactSupport
    ContactSupportBody
    HowToGetHelp
    HowToGetHelpBody
    Progress
    Errors
    Submit
    Required
    Optional
    AlertContacts
    AlertContactsPurpose
    AlertContactsOnlyInProduction
    AvailableInProduction
    GoToProduction
    AlertContactsPlaceholder
    AlertContactsChosen
    TechnicalEmergency
    TechnicalEmergencyPurpose
    TechnicalEmergencyHint
    TechnicalNonEmergency
    TechnicalNonEmergencyPurpose
    MerchantIssues
    MerchantIssuesPurpose
    OperationalPlatform
    OperationalPlatformPurpose
    OnlyPlatformSees
    OperationalShared
    OperationalSharedPurpose
    OperationalSharedHint
    SharedWithUsers
    OperationalSupport
    OperationalSupportPurpose
    OperationalSupportHint
    UnknownField
    Addresses
    AddressPlaceholder
    EditAddress
    RemoveAddress
    Added
    Removed
    Undone
    MoreAddresses
    TooMuchAtOnce
    AdvicePersonalMailbox
    AdviceFreeMailDomain
    AdviceSameEverywhere
    AdviceAlsoIn
    BrandDrift
    BrandTakeOver
    BrandTakenOver
    AddSchedule
    ScheduleTitle
    RemoveSchedule
    TimeZone
    TimeZones
    TimeZonePlaceholder
    TimeZoneNone
    Presets
    PresetWeekdays
    PresetEveryDay
    PresetAroundTheClock
    Hours
    Days
    Opens
    Closes
    NextDay
    AddHours
    RemoveHours
    ErrorSummaryTitle
    ErrorRequiredUsers
    ErrorRequiredAddresses
    ErrorRequiredAddress
    ErrorRequiredSchedules
    ErrorTooMany
    ErrorTooManyHours
    ErrorDuplicate
    ErrorNotPartOfIntegration
    ErrorUnknownUser
    ErrorEmailEmpty
    ErrorEmailNotOneAddress
    ErrorEmailAtSign
    ErrorEmailForbiddenCharacter
    ErrorEmailUnsupportedForm
    ErrorEmailLocalPart
    ErrorEmailLocalPartTooLong
    ErrorEmailDomain
    ErrorEmailDomainWithoutDot
    ErrorEmailTooLong
    ErrorTimeZoneMissing
    ErrorTimeZoneUnknown
    ErrorHoursMissing
    ErrorDaysMissing
    ErrorOpensMissing
    ErrorOpensInvalid
    ErrorClosesMissing
    ErrorClosesInvalid
    ErrorOther
    Save
    Saving
    Saved
    UnsavedChanges
    LastSaved
    SaveNotPermitted
    SaveRateLimited
    SaveTooLarge
    SaveRefused
    SaveUnreachable
    ConflictTitle
    ConflictBody
    YourVersion
    TheirVersion
    KeepMine
    TakeTheirs
    ConflictLead
    VersionBefore
    ChooseVersion
    SaveChoices
    NewerSaved
    Compare
    DraftSaving
    DraftSaved
    DraftNotSaved
    DraftTooLarge
    DraftDiscarded
    DiscardDraft
    Undo
    DraftRestored
    DraftFound
    DraftUse
    DraftKeepTyped
    DraftUnreadable
    DraftUnreadableLead
    DraftContent
    History
    HistoryLead
    HistoryEmpty
    RevisionBy
    RevisionUnchanged
    RevisionAdded
    RevisionRemoved
    ShowOlder
    NotProvided
    CannotEditTitle
    CannotEditBody
    WhoCanEdit
    WhatIsMissing
    StateSatisfied
    StateMissing
    StateInvalid
    StateDeferred
    StateUnavailable
    StateUnknown
    SearchUsers
    EveryRole
    UserCount
    UsersNone
    UsersNoneBody
    Name
    Role
    State
    RoleAdministrator
    RoleEditor
    RoleReader
    RoleTester
    RoleUnknown
    UserActive
    UserInvited
    UserStateUnknown
    ContactInformationLead
    AccountAndUsersLead
    Account
    PartnerName
    PartnerId
    IntegrationType
    DefaultBrand
    BrandSupport
    OnboardingPlan
    TaskTitle
    TaskDone
    TaskToDo
    TaskContact
    TaskContactBody
    TaskEditor
    TaskEditorBody
    TaskAlerts
    TaskAlertsBody
    TaskUnknown
    TaskUnknownBody
    NotFound
    NotFoundBody
    NotFoundHome
}
