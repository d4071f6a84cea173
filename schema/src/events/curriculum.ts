import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { activityKind, date, idOf, version } from './fields.ts'

const goalDefinition = v.object({
  id: idOf('GoalDefinition'),
  code: v.string(),
  wording: v.string(),
  /** As in goal-levels.ts; 0 of a wording that names none. */
  level: v.number(),
  category: v.string(),
  order: v.number(),
})

const activityDefinition = v.object({
  id: idOf('ActivityDefinition'),
  title: v.string(),
  kind: activityKind,
  origin: v.picklist(['PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE']),
  validMonths: v.nullable(v.number()),
  launchUrl: v.nullable(v.string()),
  retired: v.boolean(),
  goalDefinitionIds: v.array(idOf('GoalDefinition')),
})

export const planVersion = defineEvent(
  'curriculum.plan-version',
  v.object({
    planVersionId: idOf('PlanVersion'),
    templateId: idOf('PlanTemplate'),
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
)
export type PlanVersionEvent = PayloadOf<typeof planVersion>

export const track = defineEvent(
  'curriculum.track',
  v.object({
    trackCode: v.string(),
    name: v.string(),
    planTemplateIds: v.array(idOf('PlanTemplate')),
    assignsPlansAutomatically: v.boolean(),
    version,
  }),
)
export type TrackEvent = PayloadOf<typeof track>
