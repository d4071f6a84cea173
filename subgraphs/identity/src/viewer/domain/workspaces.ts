import type { Role } from '@kompetanse/schema/roles'

/** What a person is today, from relations, deputyships and grants. */
export interface Standing {
  readonly trainee: boolean
  readonly leader: boolean
  readonly mentor: boolean
  readonly supervisor: boolean
  readonly deputy: boolean
  readonly roles: readonly Role[]
}

export const WORKSPACES = [
  'OWN_TRAINING',
  'MY_MENTEES',
  'SIGNING',
  'APPROVAL',
  'EMPLOYEE_FOLLOW_UP',
  'ADMINISTRATION',
  'SUPPORT',
] as const
export type Workspace = (typeof WORKSPACES)[number]

export const TRAINING_ROLES = ['TRAINEE', 'LEADER', 'MENTOR', 'SUPERVISOR'] as const
export type TrainingRole = (typeof TRAINING_ROLES)[number]

const OF_ROLE = {
  LOCAL_ADMIN: 'ADMINISTRATION',
  REGIONAL_ADMIN: 'ADMINISTRATION',
  SUPPORT: 'SUPPORT',
  DIRECTORATE: 'ADMINISTRATION',
} as const satisfies Record<Role, Workspace>

const hasRoleOf =
  (workspace: Workspace) =>
  ({ roles }: Standing): boolean =>
    roles.some((role) => OF_ROLE[role] === workspace)

const NEEDS: Record<Workspace, (standing: Standing) => boolean> = {
  OWN_TRAINING: ({ trainee }) => trainee,
  // F057, F063: the tab is there from the first relation that needs it.
  MY_MENTEES: ({ mentor }) => mentor,
  SIGNING: ({ supervisor, mentor, leader, deputy }) => supervisor || mentor || leader || deputy,
  APPROVAL: ({ leader, deputy }) => leader || deputy,
  EMPLOYEE_FOLLOW_UP: ({ leader, deputy }) => leader || deputy,
  ADMINISTRATION: hasRoleOf('ADMINISTRATION'),
  SUPPORT: hasRoleOf('SUPPORT'),
}

/** A person with several roles gets the union of their tabs. */
export const workspacesOf = (standing: Standing): Workspace[] =>
  WORKSPACES.filter((workspace) => NEEDS[workspace](standing))

export function trainingRolesOf(standing: Standing): TrainingRole[] {
  const { trainee, leader, mentor, supervisor } = standing
  const has = { TRAINEE: trainee, LEADER: leader, MENTOR: mentor, SUPERVISOR: supervisor }
  return TRAINING_ROLES.filter((role) => has[role])
}
