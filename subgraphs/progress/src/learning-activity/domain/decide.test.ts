import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  ACTIVITY_COMMANDS,
  type ActivityCommandName,
  type ActivityKind,
  type ActivityRole,
  type ActivityStatus,
} from './activity.ts'
import { availableCommands, decideActivity } from './decide.ts'
import { aCommand, ADA, anActivity, aSituation, NOW, ROLES, SIGNER, STATUSES } from './testing.ts'

type Role = ActivityRole['kind']
type Truth = Record<ActivityStatus, Partial<Record<Role, readonly ActivityCommandName[]>>>

/** Whom these do not name may comment, and nothing else. */
const SIGNED: Truth = {
  NOT_STARTED: {
    TRAINEE: ['REGISTER', 'COMMENT', 'ATTACH'],
    LEADER: ['MARK_FULFILLED', 'COMMENT'],
    LEADERS_DEPUTY: ['MARK_FULFILLED', 'COMMENT'],
  },
  REGISTERED: {
    TRAINEE: ['REGISTER', 'SEND_FOR_SIGNING', 'COMMENT', 'ATTACH'],
    LEADER: ['MARK_FULFILLED', 'COMMENT'],
    LEADERS_DEPUTY: ['MARK_FULFILLED', 'COMMENT'],
  },
  WAITING: {
    TRAINEE: ['RECALL', 'COMMENT'],
    SIGNER: ['SIGN', 'REJECT', 'COMMENT'],
    SIGNERS_DEPUTY: ['SIGN', 'REJECT', 'COMMENT'],
  },
  REJECTED: {
    TRAINEE: ['REGISTER', 'SEND_FOR_SIGNING', 'COMMENT', 'ATTACH'],
    SIGNER: ['SIGN', 'COMMENT'],
    SIGNERS_DEPUTY: ['SIGN', 'COMMENT'],
  },
  SIGNED: {
    SIGNER: ['WITHDRAW_SIGNATURE', 'COMMENT'],
    SIGNERS_DEPUTY: ['WITHDRAW_SIGNATURE', 'COMMENT'],
  },
  FULFILLED: {},
  LAPSED: {
    TRAINEE: ['REGISTER', 'COMMENT', 'ATTACH'],
    LEADER: ['MARK_FULFILLED', 'COMMENT'],
    LEADERS_DEPUTY: ['MARK_FULFILLED', 'COMMENT'],
  },
}

const NOTHING = {
  TRAINEE: [],
  SIGNER: [],
  SIGNERS_DEPUTY: [],
  LEADER: [],
  LEADERS_DEPUTY: [],
  MENTOR: [],
  SUPERVISOR: [],
}
const OWN: Truth = {
  NOT_STARTED: SIGNED.NOT_STARTED,
  REGISTERED: NOTHING,
  WAITING: NOTHING,
  REJECTED: NOTHING,
  SIGNED: NOTHING,
  FULFILLED: { TRAINEE: ['COMMENT', 'ATTACH'] },
  LAPSED: SIGNED.LAPSED,
}
const START: readonly ActivityCommandName[] = ['REGISTER', 'START_E_LEARNING', 'COMMENT', 'ATTACH']
const E_LEARNING: Truth = {
  ...OWN,
  NOT_STARTED: { ...OWN.NOT_STARTED, TRAINEE: START },
  LAPSED: { ...OWN.LAPSED, TRAINEE: START },
}
const TRUTH: Record<ActivityKind, Truth> = {
  SIGNED,
  RECURRING: SIGNED,
  SELF_REGISTERED: OWN,
  COURSE: OWN,
  E_LEARNING,
}

describe.each(Object.entries(TRUTH) as [ActivityKind, Truth][])(
  'F004 F021 who may do what: %s',
  (kind, truth) => {
    describe.each(STATUSES)('%s', (status) => {
      test.each(Object.keys(ROLES) as Role[])('%s', (role) => {
        const situation = aSituation({ kind, roles: [ROLES[role]], hasCertificate: true })
        const may = [...(truth[status][role] ?? ['COMMENT' as const])].sort()
        const accepted = ACTIVITY_COMMANDS.filter(
          (name) => decideActivity(anActivity(status), aCommand(name), situation).kind === 'accepted',
        )
        expect([...accepted].sort()).toEqual(may)
        expect([...availableCommands(status, situation)].sort()).toEqual(may)
      })
    })
  },
)

const decide = (
  status: ActivityStatus,
  command: Parameters<typeof decideActivity>[1],
  rest: Parameters<typeof aSituation>[0],
) => decideActivity(anActivity(status), command, aSituation(rest))
const trainee = [ROLES.TRAINEE]
const signer = [ROLES.SIGNER]

describe('refusals', () => {
  test.each([
    [
      'F111 a comment is required before rejecting',
      'COMMENT_REQUIRED',
      decide('WAITING', { name: 'REJECT', comment: null }, { roles: signer }),
    ],
    [
      'F007 a course is registered with its certificate',
      'CERTIFICATE_REQUIRED',
      decide('NOT_STARTED', aCommand('REGISTER'), { roles: trainee, kind: 'COURSE' }),
    ],
    [
      'F049 nothing is performed tomorrow',
      'DATE_IN_FUTURE',
      decide(
        'NOT_STARTED',
        { name: 'REGISTER', performedOn: '2026-09-16', comment: null },
        { roles: trainee },
      ),
    ],
    [
      'F069 nor is it fulfilled tomorrow',
      'DATE_IN_FUTURE',
      decide(
        'NOT_STARTED',
        { name: 'MARK_FULFILLED', performedOn: '2026-09-16', comment: null },
        { roles: [ROLES.LEADER] },
      ),
    ],
    [
      'F062 a signer is one of the choices',
      'SIGNER_NOT_ELIGIBLE',
      decide(
        'REGISTERED',
        { name: 'SEND_FOR_SIGNING', signerId: brandId('stranger'), comment: null },
        { roles: trainee },
      ),
    ],
    [
      'F006 nobody is their own signer',
      'OWN_ACTIVITY',
      decide(
        'REGISTERED',
        { name: 'SEND_FOR_SIGNING', signerId: ADA, comment: null },
        { roles: trainee, signers: [{ personId: ADA, role: 'LEADER' }] },
      ),
    ],
    [
      'F064 nobody signs their own',
      'OWN_ACTIVITY',
      decide('WAITING', aCommand('SIGN'), { roles: [ROLES.TRAINEE, ROLES.SIGNER] }),
    ],
    [
      'F110 only who was asked signs',
      'NOT_PERMITTED',
      decide('WAITING', aCommand('SIGN'), { roles: [ROLES.LEADER] }),
    ],
    [
      'F113 what is not signed cannot be withdrawn',
      'NOT_IN_THIS_STATE',
      decide('WAITING', aCommand('WITHDRAW_SIGNATURE'), { roles: signer }),
    ],
    [
      'F107 nothing is done in an archived plan',
      'PLAN_ARCHIVED',
      decide('WAITING', aCommand('SIGN'), { roles: signer, planArchived: true }),
    ],
  ])('%s', (_name, code, verdict) => {
    expect(verdict).toEqual({ kind: 'refused', code })
  })
})

describe('what is written', () => {
  test('F064 a signature says who, when, in which role and what', () => {
    expect(decide('WAITING', { name: 'SIGN', comment: 'Bra' }, { roles: signer })).toMatchObject({
      kind: 'accepted',
      next: {
        status: 'SIGNED',
        request: { role: 'SUPERVISOR' },
        signature: { byId: SIGNER, onBehalfOfId: null, at: NOW, comment: 'Bra', digest: 'd1' },
      },
      event: { command: 'SIGN', from: 'WAITING', to: 'SIGNED', byId: SIGNER, digest: 'd1' },
    })
  })

  test('F012 a deputy signs on behalf of the leader', () => {
    const verdict = decide('WAITING', aCommand('SIGN'), {
      actorId: brandId('deputy'),
      roles: [ROLES.SIGNERS_DEPUTY],
    })
    expect(verdict).toMatchObject({ next: { signature: { byId: 'deputy', onBehalfOfId: SIGNER } } })
  })

  test('F112 a rejected one is signed without being sent again', () => {
    expect(decide('REJECTED', aCommand('SIGN'), { roles: signer })).toMatchObject({
      next: { status: 'SIGNED' },
    })
  })

  test('F113 a withdrawn signature waits with the same signer', () => {
    const verdict = decide('SIGNED', aCommand('WITHDRAW_SIGNATURE'), { roles: signer })
    expect(verdict).toMatchObject({ next: { status: 'WAITING', request: { signerId: SIGNER } } })
    expect(verdict).not.toMatchObject({ next: { signature: expect.anything() as unknown } })
  })

  test('F124 a recurring one counts for its months, and to the month’s last day', () => {
    const rest = { kind: 'E_LEARNING', validMonths: 6, roles: trainee } as const
    const verdict = decide(
      'NOT_STARTED',
      { name: 'REGISTER', performedOn: '2026-08-31', comment: null },
      rest,
    )
    expect(verdict).toMatchObject({ next: { status: 'FULFILLED', validUntil: '2027-02-28' } })
  })
})
