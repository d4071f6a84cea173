import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { isOneOf, permission } from './permission.ts'

const INGRID = brandId<'Person'>('ingrid')
const LEADER = { kind: 'LEADER' } as const
const DEPUTY = { kind: 'DEPUTY', leaderId: INGRID } as const
const TRAINEE = { kind: 'TRAINEE' } as const
type Role = typeof LEADER | typeof DEPUTY | typeof TRAINEE

const { forbidden, onBehalfOf } = permission<'SEND' | 'SIGN' | 'NOTE', Role, 'OWN_WORK'>({
  may: {
    SEND: isOneOf<Role>('TRAINEE'),
    SIGN: isOneOf<Role>('LEADER', 'DEPUTY'),
    NOTE: isOneOf<Role>('TRAINEE', 'LEADER', 'DEPUTY'),
  },
  decisions: ['SIGN'],
  own: 'OWN_WORK',
})

describe('what lets somebody give a command', () => {
  test.each([
    ['SEND', [TRAINEE], null],
    ['SEND', [LEADER], 'NOT_PERMITTED'],
    ['SIGN', [DEPUTY], null],
    ['SIGN', [], 'NOT_PERMITTED'],
    ['SIGN', [TRAINEE], 'OWN_WORK'],
    ['SIGN', [LEADER, TRAINEE], 'OWN_WORK'],
    ['NOTE', [LEADER, TRAINEE], null],
  ] as const)('%s by %j: %s', (command, roles, code) => {
    expect(forbidden(command, roles)).toBe(code)
  })

  test('a room of no decisions refuses nobody their own', () => {
    const room = permission<'NOTE', Role>({ may: { NOTE: isOneOf<Role>('TRAINEE') } })
    expect(room.forbidden('NOTE', [TRAINEE])).toBeNull()
    expect(room.forbidden('NOTE', [LEADER])).toBe('NOT_PERMITTED')
  })
})

describe('F012 for whom it is given', () => {
  test.each([
    ['SIGN', [DEPUTY], INGRID],
    ['SIGN', [DEPUTY, LEADER], null],
    // What else the actor is, which does not let them sign, is no name of their own to sign in.
    ['SIGN', [TRAINEE, DEPUTY], INGRID],
    ['SEND', [TRAINEE, DEPUTY], null],
    ['NOTE', [TRAINEE, DEPUTY], null],
    ['NOTE', [DEPUTY], INGRID],
  ] as const)('%s by %j', (command, roles, leader) => {
    expect(onBehalfOf(command, roles)).toBe(leader)
  })
})
