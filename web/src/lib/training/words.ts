import { date } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { ActivityKind } from './status.ts'

const kinds: Record<ActivityKind, () => string> = {
  SELF_REGISTERED: m.activity_kind_self_registered,
  SIGNED: m.activity_kind_signed,
  COURSE: m.activity_kind_course,
  E_LEARNING: m.activity_kind_e_learning,
  RECURRING: m.activity_kind_recurring,
}
export const kindWord = (kind: ActivityKind): string => kinds[kind]()

const origins = {
  PORTAL_DEFAULT: m.activity_origin_portal_default,
  DIRECTORATE: m.activity_origin_directorate,
  ENTERPRISE: m.activity_origin_enterprise,
}
/** The source of an activity is always shown: the portal's own default is not the Directorate's advice. */
export const originWord = (origin: keyof typeof origins): string => origins[origin]()

const signerRoles = {
  SUPERVISOR: m.activity_role_supervisor,
  MENTOR: m.activity_role_mentor,
  LEADER: m.activity_role_leader,
}
export const signerRoleWord = (role: keyof typeof signerRoles): string => signerRoles[role]()

type Version = { startsOn: string | null; endsOn: string | null; transitionEndsOn: string | null }
/** The version of a plan: the days it is in force, and until when a trainee who began on it may finish (B05). */
export const versionText = ({ startsOn, endsOn, transitionEndsOn }: Version): string => {
  if (!startsOn) return m.plan_version_missing()
  if (!endsOn) return m.plan_version_from({ date: date(startsOn) })
  const period = { from: date(startsOn), to: date(endsOn) }
  return transitionEndsOn
    ? m.plan_version_transition({ ...period, until: date(transitionEndsOn) })
    : m.plan_version_period(period)
}
