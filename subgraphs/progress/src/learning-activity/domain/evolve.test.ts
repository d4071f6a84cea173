import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import type { ActivityCommand, ActivityStatus } from './activity.ts'
import { availableCommands, decideActivity } from './decide.ts'
import { onBehalfOf } from './permission.ts'
import { aCommand, ADA, anActivity, aSituation, NOW, ROLES, SIGNER } from './testing.ts'

const decide = (
  status: ActivityStatus,
  command: ActivityCommand,
  rest: Parameters<typeof aSituation>[0] = {},
) => {
  const decision = decideActivity(anActivity(status), command, aSituation(rest))
  if (decision.kind !== 'accepted') throw new Error(decision.code)
  return decision
}
const trainee = { roles: [ROLES.TRAINEE] }
const own = { ...trainee, kind: 'SELF_REGISTERED', validMonths: 1 } as const
const leader = { actorId: brandId<'Person'>('leader'), roles: [ROLES.LEADER], validMonths: 1 }
const PERFORMED = { performedOn: '2026-09-01', comment: 'Utført' }
const WAITS = { signerId: SIGNER, role: 'SUPERVISOR', sentAt: NOW }
const SENT = { signerId: SIGNER, role: 'SUPERVISOR', sentAt: new Date('2026-09-02T08:00:00Z') }

describe('what an activity becomes', () => {
  test('F004 registered: the day and the words, and nothing more', () => {
    const command = { name: 'REGISTER', performedOn: '2026-09-15', comment: 'I dag' } as const
    expect(decide('REGISTERED', command, trainee).next).toEqual({
      status: 'REGISTERED',
      performed: { performedOn: '2026-09-15', comment: 'I dag' },
    })
  })

  test('F005 what the trainee completes alone: the words are the trainee’s', () => {
    const command = { name: 'REGISTER', performedOn: '2026-09-15', comment: 'I dag' } as const
    expect(decide('NOT_STARTED', command, own).next).toEqual({
      status: 'FULFILLED',
      performed: { performedOn: '2026-09-15', comment: 'I dag' },
      fulfilment: { byId: ADA, at: NOW, comment: null },
      validUntil: '2026-10-15',
    })
  })

  test('F069 what the leader marks: the words are the leader’s', () => {
    const command = { name: 'MARK_FULFILLED', performedOn: '2026-09-15', comment: 'Sett' } as const
    expect(decide('REGISTERED', command, leader).next).toEqual({
      status: 'FULFILLED',
      performed: { performedOn: '2026-09-15', comment: null },
      fulfilment: { byId: 'leader', at: NOW, comment: 'Sett' },
      validUntil: '2026-10-15',
    })
  })

  test('F006 sent: to whom, as what; new words in place of those before, if there are any', () => {
    const signers = [
      { personId: brandId<'Person'>('other'), role: 'LEADER' },
      { personId: SIGNER, role: 'SUPERVISOR' },
    ] as const
    const sent = (comment: string | null) =>
      decide('REJECTED', { name: 'SEND_FOR_SIGNING', signerId: SIGNER, comment }, { ...trainee, signers })
        .next
    expect(sent(null)).toEqual({ status: 'WAITING', performed: PERFORMED, request: WAITS })
    const performed = { ...PERFORMED, comment: 'Rettet' }
    expect(sent('Rettet')).toEqual({ status: 'WAITING', performed, request: WAITS })
  })

  test('F006 recalled: as it was registered', () => {
    expect(decide('WAITING', aCommand('RECALL'), trainee).next).toEqual({
      status: 'REGISTERED',
      performed: PERFORMED,
    })
  })

  test('F111 rejected: by whom, when and why; it waits with nobody else', () => {
    expect(decide('WAITING', { name: 'REJECT', comment: 'Nei' }, { roles: [ROLES.SIGNER] }).next).toEqual({
      status: 'REJECTED',
      performed: PERFORMED,
      request: SENT,
      rejection: { byId: SIGNER, at: NOW, comment: 'Nei' },
    })
  })

  test('F064 F124 signed: all that is signed, and until when it counts', () => {
    const command = { name: 'SIGN', comment: null } as const
    expect(decide('REJECTED', command, { roles: [ROLES.SIGNER], validMonths: 12 }).next).toEqual({
      status: 'SIGNED',
      performed: PERFORMED,
      request: SENT,
      signature: { byId: SIGNER, onBehalfOfId: null, at: NOW, comment: null, digest: 'd1' },
      validUntil: '2027-09-01',
    })
  })

  test('F113 withdrawn: waits as before', () => {
    const { next } = decide('SIGNED', aCommand('WITHDRAW_SIGNATURE'), { roles: [ROLES.SIGNER] })
    expect(next).toEqual({ status: 'WAITING', performed: PERFORMED, request: SENT })
  })

  test.each(['COMMENT', 'ATTACH', 'START_E_LEARNING'] as const)(
    'F008 F115 %s leaves it as it was',
    (name) => {
      const { next } = decide('NOT_STARTED', aCommand(name), { ...trainee, kind: 'E_LEARNING' })
      expect(next).toEqual(anActivity('NOT_STARTED'))
    },
  )
})

describe('F021 the entry in the history', () => {
  test.each([
    ['WAITING', 'SIGN', 'd1'],
    ['WAITING', 'REJECT', 'd1'],
    ['SIGNED', 'WITHDRAW_SIGNATURE', 'd1'],
    ['WAITING', 'COMMENT', null],
  ] as const)('%s → %s has the digest %s', (from, name, digest) => {
    const { event } = decide(from, { name, comment: 'Ord' }, { roles: [ROLES.SIGNER] })
    const common = { command: name, from, byId: SIGNER, onBehalfOfId: null, at: NOW, comment: 'Ord' }
    expect(event).toMatchObject({ ...common, digest })
  })

  test('what has no words has none there', () => {
    expect(decide('WAITING', aCommand('RECALL'), trainee).event).toEqual({
      ...{ command: 'RECALL', from: 'WAITING', to: 'REGISTERED', byId: ADA },
      ...{ onBehalfOfId: null, at: NOW, comment: null, digest: null },
    })
  })
})

test('F012 a deputy acts for the leader only where nothing in their own name allows it', () => {
  const deputy = { kind: 'LEADERS_DEPUTY', leaderId: brandId<'Person'>('leader') } as const
  const other = { kind: 'SIGNERS_DEPUTY', leaderId: brandId<'Person'>('signer') } as const
  expect(onBehalfOf('MARK_FULFILLED', [deputy])).toBe('leader')
  expect(onBehalfOf('MARK_FULFILLED', [other, deputy])).toBe('leader')
  expect(onBehalfOf('COMMENT', [other, deputy])).toBe('signer')
  expect(onBehalfOf('COMMENT', [deputy, ROLES.SUPERVISOR])).toBeNull()
  expect(onBehalfOf('MARK_FULFILLED', [deputy, ROLES.SUPERVISOR])).toBe('leader')
  expect(onBehalfOf('SIGN', [deputy])).toBeNull()
  expect(onBehalfOf('SIGN', [])).toBeNull()
})

test('F064 who is trainee and leader at once may comment, but decides nothing of their own', () => {
  const roles = [ROLES.TRAINEE, ROLES.LEADER, ROLES.SIGNER]
  const may = (status: ActivityStatus) =>
    availableCommands(status, { kind: 'SIGNED', roles, planArchived: false })
  expect(may('REGISTERED')).toEqual(['REGISTER', 'SEND_FOR_SIGNING', 'COMMENT', 'ATTACH'])
  expect(may('WAITING')).toEqual(['RECALL', 'COMMENT'])
  expect(may('SIGNED')).toEqual(['COMMENT'])
})

test('F107 in an archived plan nothing can be done', () => {
  const about = { kind: 'SIGNED', roles: [ROLES.TRAINEE, ROLES.LEADER], planArchived: true } as const
  expect(availableCommands('NOT_STARTED', about)).toEqual([])
})

test('F007 a course has its certificate; nothing else asks for one', () => {
  const course = { ...trainee, kind: 'COURSE' } as const
  expect(decide('NOT_STARTED', aCommand('REGISTER'), { ...course, hasCertificate: true }).next.status).toBe(
    'FULFILLED',
  )
  expect(decide('NOT_STARTED', aCommand('REGISTER'), own).next.status).toBe('FULFILLED')
  expect(decide('NOT_STARTED', aCommand('ATTACH'), course).next.status).toBe('NOT_STARTED')
})
