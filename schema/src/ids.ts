/** Ids that cannot be mixed up: the type carries the kind of thing, and the value is a plain string at run time. */

/** Everything that has an id of its own. A table with ids is named here, or `npm run generate` refuses it. */
export const ID_KINDS = [
  // identity
  ...['Person', 'Unit', 'Enterprise', 'Relation', 'Deputyship', 'RoleGrant', 'RecordOpening'],
  // curriculum
  ...['PlanTemplate', 'PlanVersion', 'GoalDefinition', 'ActivityDefinition', 'Proposal', 'ChangeHistory'],
  // progress
  ...['AssignedPlan', 'PlanHistory', 'LearningGoal', 'GoalHistory', 'LearningActivity', 'ActivityHistory'],
  ...['DecisionRecord', 'Comment', 'Attachment', 'Delegation'],
  // service-time
  ...['ServicePeriod', 'ServicePeriodHistory', 'ServiceTimeRule', 'Absence', 'UnsupervisedPeriod'],
  // supervision
  ...['Conversation', 'ConversationSeries', 'ConversationHistory', 'ConversationRecord'],
  ...['ConversationTemplate', 'SupervisionRule', 'SupervisionHoursEntry'],
  ...['SupervisionGroup', 'GroupMember', 'GroupMeeting'],
] as const

export type IdKind = (typeof ID_KINDS)[number]

declare const brand: unique symbol

/**
 * The id of one kind of thing: `Id<'Person'>`. A string; neither the id of another kind nor a plain string is an
 * `Id<'Person'>`.
 */
export type Id<Of extends IdKind> = string & { readonly [brand]: Of }

/** What a query for that kind takes: its id, or a plain string of unknown kind, but no id of another kind. */
export type IdLike<Of extends IdKind> = string & { readonly [brand]?: Of }

/** A filter or an update of a column of texts, of a column of ids. */
export type OfIds<Of extends IdKind, Shape> = { [Key in keyof Shape]: OfId<Of, Shape[Key]> }
type OfId<Of extends IdKind, Value> = Value extends string
  ? string extends Value
    ? IdLike<Of>
    : Value
  : Value extends string[]
    ? IdLike<Of>[]
    : Value

/** Marks a string as an id without a check: one that was signed or stored as such. Input goes through `asId`. */
export const brandId = <Of extends IdKind>(text: string): Id<Of> => text as Id<Of>
