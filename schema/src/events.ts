import * as v from 'valibot'

/**
 * What one subgraph tells the others. Each event carries the full state of its aggregate and the aggregate's
 * version, so a consumer needs nothing else and drops what it already has.
 */
const id = v.pipe(v.string(), v.uuid())
const date = v.pipe(v.string(), v.isoDate())
const version = v.pipe(v.number(), v.integer(), v.minValue(1))

const trainee = v.object({
  trackCode: v.string(),
  trackName: v.string(),
  part: v.picklist(['PART_1', 'PART_2', 'PART_3']),
  position: v.string(),
  trainingStartedOn: date,
})

const goalDefinition = v.object({
  id,
  code: v.string(),
  wording: v.string(),
  level: v.number(),
  category: v.string(),
  order: v.number(),
})

const activityDefinition = v.object({
  id,
  title: v.string(),
  kind: v.picklist(['SELF_REGISTERED', 'SIGNED', 'COURSE', 'E_LEARNING', 'RECURRING']),
  origin: v.picklist(['PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE']),
  validMonths: v.nullable(v.number()),
  launchUrl: v.nullable(v.string()),
  retired: v.boolean(),
  goalDefinitionIds: v.array(id),
})

export const eventPayloads = {
  'identity.person': v.object({
    personId: id,
    displayName: v.string(),
    unit: v.nullable(v.object({ id, name: v.string() })),
    enterprise: v.nullable(v.object({ id, name: v.string() })),
    regionCode: v.nullable(v.string()),
    /** Null for persons without a training record. */
    trainee: v.nullable(trainee),
    active: v.boolean(),
    version,
  }),
  'identity.relation': v.object({
    relationId: id,
    kind: v.picklist(['LEADER', 'MENTOR', 'SUPERVISOR']),
    traineeId: id,
    personId: id,
    validFrom: date,
    /** The last day, inclusive; null while it runs. */
    validTo: v.nullable(date),
    version,
  }),
  'identity.deputyship': v.object({
    deputyshipId: id,
    leaderId: id,
    deputyId: id,
    validFrom: date,
    validTo: date,
    version,
  }),
  'curriculum.plan-version': v.object({
    planVersionId: id,
    templateId: id,
    templateCode: v.string(),
    title: v.string(),
    label: v.string(),
    status: v.picklist(['DRAFT', 'PUBLISHED', 'RETIRED']),
    validFrom: date,
    validTo: v.nullable(date),
    transitionUntil: v.nullable(date),
    goals: v.array(goalDefinition),
    activities: v.array(activityDefinition),
    version,
  }),
  'curriculum.track': v.object({
    trackCode: v.string(),
    name: v.string(),
    planTemplateIds: v.array(id),
    assignsPlansAutomatically: v.boolean(),
    version,
  }),
  'progress.activity-changed': v.object({
    activityId: id,
    traineeId: id,
    command: v.string(),
    status: v.string(),
    byId: id,
    signerId: v.nullable(id),
    version,
  }),
  'progress.goal-changed': v.object({
    goalId: id,
    traineeId: id,
    command: v.string(),
    status: v.string(),
    byId: id,
    approverId: v.nullable(id),
    version,
  }),
} as const

export type EventName = keyof typeof eventPayloads
export type EventPayload<N extends EventName> = v.InferOutput<(typeof eventPayloads)[N]>
