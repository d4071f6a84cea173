import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { availableCommands, decidePeriod } from './decide.ts'
import { aStatement } from '../../statement/domain/testing.ts'
import {
  PERIOD_COMMANDS,
  type Period,
  type PeriodCommandName,
  type PeriodRole,
  type PeriodStatus,
} from './period.ts'
import { aCommand, ADA, aPeriod, aSituation, LEADER, NOW, ROLES, STATUSES } from './testing.ts'

type Role = PeriodRole['kind']
type Truth = Record<PeriodStatus, Record<Role, readonly PeriodCommandName[]>>

const nothing = { SIGNER: [], SIGNERS_DEPUTY: [] } as const

/** Written by hand from the features; nobody who is not named here may do anything. */
const TRUTH: Truth = {
  REGISTERED: { TRAINEE: ['EDIT', 'REMOVE', 'SEND_FOR_SIGNING'], ...nothing },
  WAITING: {
    TRAINEE: ['EDIT', 'REMOVE', 'SEND_FOR_SIGNING'],
    SIGNER: ['SIGN', 'REJECT'],
    SIGNERS_DEPUTY: ['SIGN', 'REJECT'],
  },
  REJECTED: { TRAINEE: ['EDIT', 'REMOVE', 'SEND_FOR_SIGNING'], ...nothing },
  SIGNED: { TRAINEE: ['EDIT', 'REMOVE'], ...nothing },
  REMOVED: { TRAINEE: [], ...nothing },
}

describe.each(STATUSES)('F133 F134 F136 who may do what: %s', (status) => {
  test.each(Object.keys(ROLES) as Role[])('%s', (role) => {
    const situation = aSituation({ roles: [ROLES[role]] })
    const accepted = PERIOD_COMMANDS.filter(
      (name) => decidePeriod(aPeriod(status), aCommand(name), situation).kind === 'accepted',
    )
    expect(accepted).toEqual(TRUTH[status][role])
    expect(availableCommands(status, situation)).toEqual(TRUTH[status][role])
  })

  test('nobody else may do anything', () => {
    for (const name of PERIOD_COMMANDS)
      expect(decidePeriod(aPeriod(status), aCommand(name), aSituation()).kind).toBe('refused')
  })
})

test('F132 what needs no signature is not offered to be sent, and all else is', () => {
  const about = { roles: [ROLES.TRAINEE], needsSignature: false }
  expect(availableCommands('REGISTERED', about)).toEqual(['EDIT', 'REMOVE'])
})

const decide = (
  status: PeriodStatus,
  command: Parameters<typeof decidePeriod>[1],
  rest: Parameters<typeof aSituation>[0] = {},
) => decidePeriod(aPeriod(status), command, aSituation(rest))
const trainee = { actorId: ADA, roles: [ROLES.TRAINEE] }
const signer = { roles: [ROLES.SIGNER] }
const send = (signerId: Id<'Person'>) => ({ name: 'SEND_FOR_SIGNING', signerId }) as const

describe('refusals', () => {
  test.each([
    [
      'F140 a comment is required before rejecting',
      'COMMENT_REQUIRED',
      decide('WAITING', { name: 'REJECT', comment: null }, signer),
    ],
    [
      'F132 a kind that needs no signature is not sent',
      'SIGNATURE_NOT_NEEDED',
      decide('REGISTERED', send(LEADER), { ...trainee, needsSignature: false }),
    ],
    [
      'F133 who does not lead the trainee is not asked',
      'SIGNER_NOT_ELIGIBLE',
      decide('REGISTERED', send(brandId('mentor')), trainee),
    ],
    ['F133 nobody is asked to sign their own', 'OWN_PERIOD', decide('REGISTERED', send(ADA), trainee)],
    [
      'F133 nobody signs their own, also as their own leader’s deputy',
      'OWN_PERIOD',
      decide('WAITING', aCommand('SIGN'), { actorId: ADA, roles: Object.values(ROLES) }),
    ],
    [
      'F133 what waits is not sent to the same leader again',
      'NOT_IN_THIS_STATE',
      decide('WAITING', send(LEADER), trainee),
    ],
    [
      'F131 a period that goes on cannot be confirmed yet',
      'PERIOD_NOT_OVER',
      decide('REGISTERED', send(LEADER), { ...trainee, endsOn: null }),
    ],
    [
      'F131 nor one that ends tomorrow',
      'PERIOD_NOT_OVER',
      decide('REGISTERED', send(LEADER), { ...trainee, endsOn: '2026-10-16' }),
    ],
    [
      'F134 a leader cannot take a signature back by rejecting',
      'NOT_IN_THIS_STATE',
      decide('SIGNED', aCommand('REJECT'), signer),
    ],
  ])('%s', (_name, code, decision) => {
    expect(decision).toEqual({ kind: 'refused', code, problems: [] })
  })

  test('F131 an edit to what cannot be kept says all that is wrong; who may not edit is not told', () => {
    const command = { name: 'EDIT', details: aStatement({ position: '', share: 0 }) } as const
    expect(decide('SIGNED', command, trainee)).toEqual({
      ...{ kind: 'refused', code: 'PERIOD_INVALID' },
      problems: [
        { code: 'POSITION_MISSING', part: 'PERIOD', index: null, day: null },
        { code: 'SHARE_OUT_OF_RANGE', part: 'PERIOD', index: null, day: null },
      ],
    })
    expect(decide('SIGNED', command, signer)).toEqual({
      ...{ kind: 'refused', code: 'NOT_PERMITTED', problems: [] },
    })
  })

  test('F131 a period that ends today can be sent', () => {
    expect(decide('REGISTERED', send(LEADER), { ...trainee, endsOn: '2026-10-15' }).kind).toBe('accepted')
  })
})

/** What a period becomes of each command, which carries what that state has and nothing else. */
const request = { signerId: LEADER, sentAt: new Date('2026-10-11T08:00:00Z') }
const by = { byId: LEADER, onBehalfOfId: null, at: NOW, comment: 'Ser bra ut' }
const BECOMES: Readonly<Record<PeriodCommandName, Period>> = {
  EDIT: { status: 'REGISTERED' },
  REMOVE: { status: 'REMOVED' },
  SEND_FOR_SIGNING: { status: 'WAITING', request: { signerId: brandId('another leader'), sentAt: NOW } },
  SIGN: { status: 'SIGNED', request, signature: { ...by, digest: 'digest' } },
  REJECT: { status: 'REJECTED', request, rejection: by },
}

describe('what is written', () => {
  test.each(PERIOD_COMMANDS)('F133 F136 F141 of what waits: %s', (name) => {
    const decides = name === 'SIGN' || name === 'REJECT'
    const decision = decide('WAITING', aCommand(name), decides ? signer : trainee)
    const event = { command: name, from: 'WAITING', to: BECOMES[name].status }
    expect(decision).toMatchObject({ kind: 'accepted', event })
    expect('next' in decision && decision.next).toEqual(BECOMES[name])
  })

  test('F134 F140 what was decided on is kept by its digest: of a signature, of a rejection, of what takes one away', () => {
    const digest = (...of: Parameters<typeof decide>) => {
      const decision = decide(...of)
      return decision.kind === 'accepted' ? decision.event.digest : decision.code
    }
    for (const name of ['SIGN', 'REJECT'] as const)
      expect(digest('WAITING', aCommand(name), signer)).toBe('digest')
    for (const name of ['EDIT', 'REMOVE'] as const) {
      expect(digest('SIGNED', aCommand(name), trainee)).toBe('digest')
      expect(digest('WAITING', aCommand(name), trainee)).toBeNull()
    }
  })

  test.each([
    ['the signer', [ROLES.SIGNER], null],
    ['a deputy', [ROLES.SIGNERS_DEPUTY], LEADER],
    ['a signer who is a deputy too', [ROLES.SIGNER, ROLES.SIGNERS_DEPUTY], null],
    ['a deputy who is the signer too', [ROLES.SIGNERS_DEPUTY, ROLES.SIGNER], null],
  ])('F141 F012 for whom %s signs', (_who, roles, onBehalfOfId) => {
    expect(decide('WAITING', aCommand('SIGN'), { roles })).toMatchObject({ event: { onBehalfOfId } })
  })

  test('F141 F012 a deputy’s signature says for whom', () => {
    const decision = decide(
      'WAITING',
      { name: 'SIGN', comment: null },
      { actorId: brandId('sten'), roles: [ROLES.SIGNERS_DEPUTY] },
    )
    const signature = { byId: 'sten', onBehalfOfId: LEADER, at: NOW, comment: null, digest: 'digest' }
    expect(decision).toMatchObject({ next: { status: 'SIGNED', signature }, event: { digest: 'digest' } })
  })

  test('F136 F137 an edit takes request and signature away, and says of what content', () => {
    expect(decide('SIGNED', aCommand('EDIT'), trainee)).toMatchObject({
      next: { status: 'REGISTERED' },
      stated: aStatement(),
      event: { from: 'SIGNED', to: 'REGISTERED', digest: 'digest' },
    })
    expect(decide('WAITING', aCommand('EDIT'), trainee)).toMatchObject({
      next: { status: 'REGISTERED' },
      event: { digest: null },
    })
  })
})
