/** Activities, commands and situations for the tests of the decision. */
import type {
  Activity,
  ActivityCommand,
  ActivityCommandName,
  ActivityRole,
  ActivityStatus,
  Situation,
} from './activity.ts'
import { brandId } from '@kompetanse/schema/ids'
import type { Fulfilled, Signed } from './activity.ts'

export const ADA = brandId<'Person'>('ada')
export const SIGNER = brandId<'Person'>('signer')
export const NOW = new Date('2026-09-15T10:00:00Z')

const performed = { performedOn: '2026-09-01', comment: 'Utført' }
const request = { signerId: SIGNER, role: 'SUPERVISOR', sentAt: new Date('2026-09-02T08:00:00Z') } as const
const signature = {
  byId: SIGNER,
  onBehalfOfId: null,
  at: new Date('2026-09-03T08:00:00Z'),
  comment: null,
  digest: 'd0',
}
const signed: Signed = { status: 'SIGNED', performed, request, signature, validUntil: null }
const fulfilled: Fulfilled = {
  status: 'FULFILLED',
  performed,
  fulfilment: { byId: ADA, at: new Date('2026-09-01T08:00:00Z'), comment: null },
  validUntil: null,
}

const ACTIVITIES: { readonly [S in ActivityStatus]: Extract<Activity, { status: S }> } = {
  NOT_STARTED: { status: 'NOT_STARTED' },
  REGISTERED: { status: 'REGISTERED', performed },
  WAITING: { status: 'WAITING', performed, request },
  REJECTED: {
    status: 'REJECTED',
    performed,
    request,
    rejection: { byId: SIGNER, at: new Date('2026-09-03T08:00:00Z'), comment: 'Mangler dato' },
  },
  SIGNED: signed,
  FULFILLED: fulfilled,
  LAPSED: { status: 'LAPSED', was: signed },
}

export const STATUSES = Object.keys(ACTIVITIES) as ActivityStatus[]
export const anActivity = (status: ActivityStatus): Activity => ACTIVITIES[status]

/** A command with all that it needs. One that has no case here does not compile. */
export function aCommand(name: ActivityCommandName): ActivityCommand {
  switch (name) {
    case 'REGISTER':
    case 'MARK_FULFILLED':
      return { name, performedOn: '2026-09-10', comment: null }
    case 'SEND_FOR_SIGNING':
      return { name, signerId: SIGNER, comment: null }
    case 'RECALL':
    case 'START_E_LEARNING':
    case 'ATTACH':
      return { name }
    case 'SIGN':
    case 'REJECT':
    case 'WITHDRAW_SIGNATURE':
    case 'COMMENT':
      return { name, comment: 'En kommentar' }
  }
}

export const ROLES = {
  TRAINEE: { kind: 'TRAINEE' },
  SIGNER: { kind: 'SIGNER' },
  SIGNERS_DEPUTY: { kind: 'SIGNERS_DEPUTY', leaderId: SIGNER },
  LEADER: { kind: 'LEADER' },
  LEADERS_DEPUTY: { kind: 'LEADERS_DEPUTY', leaderId: brandId('leader') },
  MENTOR: { kind: 'MENTOR' },
  SUPERVISOR: { kind: 'SUPERVISOR' },
} as const satisfies { [K in ActivityRole['kind']]: Extract<ActivityRole, { kind: K }> }

export const aSituation = (rest: Partial<Situation>): Situation => ({
  actorId: rest.roles?.some(({ kind }) => kind === 'TRAINEE') ? ADA : SIGNER,
  roles: [],
  kind: 'SIGNED',
  validMonths: null,
  hasCertificate: false,
  signers: [{ personId: SIGNER, role: 'SUPERVISOR' }],
  planArchived: false,
  now: NOW,
  today: '2026-09-15',
  contentDigest: 'd1',
  ...rest,
})
