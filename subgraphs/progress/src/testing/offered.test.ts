import { offeredTests, type Offering } from '@kompetanse/command/testing'
import {
  availableCommands as planCommands,
  decidePlan,
  TRANSITIONS as PLANS,
} from '../assigned-plan/domain/decide.ts'
import type { PlanCommandName, PlanRole, PlanState } from '../assigned-plan/domain/plan.ts'
import { availableCommands as delegationCommands, decideEnding } from '../delegation/domain/delegate.ts'
import type { ActivityCommandName, ActivityKind } from '../learning-activity/domain/activity.ts'
import { availableCommands as activityCommands, decideActivity } from '../learning-activity/domain/decide.ts'
import * as activity from '../learning-activity/domain/testing.ts'
import { availableCommands as goalCommands, decideGoal } from '../learning-goal/domain/decide.ts'
import type { GoalCommandName, GoalRole } from '../learning-goal/domain/goal.ts'
import * as goal from '../learning-goal/domain/testing.ts'
import { schema } from '../schema.ts'

const ARCHIVED = [false, true]
const planIs = (archived: boolean) => (archived ? 'plan archived' : 'plan active')

const KINDS = [
  ...(['SIGNED', 'RECURRING', 'SELF_REGISTERED', 'COURSE', 'E_LEARNING'] as const),
] satisfies ActivityKind[]
const activities: Offering<ActivityCommandName> = {
  mutations: {
    REGISTER: ['registerLearningActivity'],
    SEND_FOR_SIGNING: ['sendActivityForSigning'],
    RECALL: ['recallActivity'],
    SIGN: ['signActivity', 'signActivities'],
    REJECT: ['rejectActivity', 'rejectActivities'],
    WITHDRAW_SIGNATURE: ['withdrawSignature'],
    MARK_FULFILLED: ['markActivityFulfilled'],
    START_E_LEARNING: ['startELearning'],
    COMMENT: ['commentOnActivity'],
    ATTACH: ['attachToActivity', 'removeActivityAttachment'],
  },
  offers: KINDS.flatMap((kind) =>
    activity.STATUSES.flatMap((status) =>
      ARCHIVED.flatMap((planArchived) =>
        [...Object.entries(activity.ROLES), ['NOBODY', null] as const].map(([who, role]) => {
          const roles = role ? [role] : []
          const situation = activity.aSituation({ kind, roles, planArchived, hasCertificate: true })
          return {
            name: `${kind}, ${status}, ${planIs(planArchived)}, ${who}`,
            offered: activityCommands(status, situation),
            accepts: (name: ActivityCommandName) =>
              decideActivity(activity.anActivity(status), activity.aCommand(name), situation).kind ===
              'accepted',
          }
        }),
      ),
    ),
  ),
}

const GOAL_ROLES = {
  TRAINEE: { kind: 'TRAINEE' },
  LEADER: { kind: 'LEADER' },
  DEPUTY: { kind: 'DEPUTY', leaderId: goal.LEADER },
  DELEGATE: { kind: 'DELEGATE', chosen: true },
  MENTOR: { kind: 'MENTOR' },
  SUPERVISOR: { kind: 'SUPERVISOR' },
  DIRECTORATE: { kind: 'DIRECTORATE' },
} as const satisfies { [K in GoalRole['kind']]: Extract<GoalRole, { kind: K }> }
const goals: Offering<GoalCommandName> = {
  mutations: {
    COMPLETE: ['completeGoal'],
    REOPEN: ['reopenGoal'],
    SEND_FOR_APPROVAL: ['sendGoalForApproval'],
    RECALL: ['recallGoal'],
    APPROVE: ['approveGoal', 'approveGoals'],
    REJECT: ['rejectGoal', 'rejectGoals'],
    REVOKE_APPROVAL: ['revokeGoalApproval'],
    COMMENT: ['commentOnGoal'],
    ATTACH: ['attachToGoal', 'removeGoalAttachment'],
  },
  offers: goal.STATUSES.flatMap((status) =>
    ARCHIVED.flatMap((planArchived) =>
      [...Object.entries(GOAL_ROLES), ['NOBODY', null] as const].map(([who, role]) => {
        const actorId = who === 'TRAINEE' ? goal.ADA : goal.CLARA
        const situation = goal.aSituation({ actorId, roles: role ? [role] : [], planArchived })
        return {
          name: `${status}, ${planIs(planArchived)}, ${who}`,
          offered: goalCommands(status, situation),
          accepts: (name: GoalCommandName) =>
            decideGoal(goal.aGoal(status), goal.aCommand(name), situation).kind === 'accepted',
        }
      }),
    ),
  ),
}

const PLAN_ROLES: Readonly<Record<string, readonly PlanRole[]>> = {
  LEADER: [{ kind: 'LEADER' }],
  DEPUTY: [{ kind: 'DEPUTY', leaderId: goal.LEADER }],
  SUPPORT: [{ kind: 'SUPPORT' }],
  NOBODY: [],
}
const plans: Offering<PlanCommandName> = {
  mutations: {
    DELETE: ['deleteAssignedPlan'],
    ARCHIVE: ['archiveAssignedPlan'],
    RESTORE: ['restoreAssignedPlan'],
    DELETE_BEGUN: ['deleteBegunPlan'],
  },
  offers: (Object.keys(PLANS) as PlanState[]).flatMap((state) =>
    Object.entries(PLAN_ROLES).map(([who, roles]) => ({
      name: `${state}, ${who}`,
      offered: planCommands(state, roles),
      accepts: (name: PlanCommandName) =>
        decidePlan(state, { name, reason: 'Feil plan' }, { roles, sameIsActive: false }).kind === 'accepted',
    })),
  ),
}

const DAYS = {
  running: { validFrom: '2026-01-01', validTo: null, cancelled: false },
  over: { validFrom: '2026-01-01', validTo: '2026-10-14', cancelled: false },
  cancelled: { validFrom: '2026-01-01', validTo: null, cancelled: true },
}
const delegations: Offering<'END'> = {
  mutations: { END: ['endDelegation'] },
  offers: Object.entries(DAYS).flatMap(([state, period]) =>
    [true, false].map((mayEnd) => {
      const situation = { period, mayEnd, today: '2026-10-15' }
      return {
        name: `${state}, ${mayEnd ? 'who may end it' : 'another'}`,
        offered: delegationCommands(situation),
        accepts: () => decideEnding(situation).kind === 'accepted',
      }
    }),
  ),
}

offeredTests(schema, {
  LearningActivity: activities,
  LearningGoal: goals,
  AssignedPlan: plans,
  Delegation: delegations,
})
