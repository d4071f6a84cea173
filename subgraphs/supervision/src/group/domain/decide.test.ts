import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { decideGroup } from './decide.ts'
import { GROUP_COMMANDS, type GroupCommand } from './group.ts'
import { COMMANDS, group, meeting, situation, TODAY } from './testing.ts'

const decide = (command: GroupCommand, rest: object = {}, of = group) =>
  decideGroup(of, command, { ...situation, ...rest })

describe('B06 who leads a group changes it', () => {
  test.each(GROUP_COMMANDS)('%s, but nobody else, and nothing of a closed one', (name) => {
    const command = COMMANDS[name]
    expect(decide(command)).toEqual({ kind: 'accepted', command })
    expect(decide(command, { actorId: 'ada' })).toEqual({ kind: 'refused', code: 'NOT_PERMITTED' })
    expect(decide(command, {}, { ...group, closedOn: TODAY })).toEqual({
      ...{ kind: 'refused', code: 'GROUP_CLOSED' },
    })
  })
  test('its name may be of 100 characters', () => {
    const command = { name: 'RENAME', to: 'x'.repeat(100) } as const
    expect(decide(command)).toEqual({ kind: 'accepted', command })
  })
  test.each([
    ['to no name', 'NAME_REQUIRED', () => decide({ name: 'RENAME', to: '' })],
    ['to a patient’s', 'NATIONAL_ID_FOUND', () => decide({ name: 'RENAME', to: 'Pasient 010100 12356' })],
    ['to a name of 101 characters', 'TEXT_TOO_LONG', () => decide({ name: 'RENAME', to: 'x'.repeat(101) })],
    ['by who may not join', 'TRAINEE_NOT_ELIGIBLE', () => decide(COMMANDS.ADD_MEMBER, { eligible: false })],
    [
      'by who is in it',
      'ALREADY_MEMBER',
      () => decide({ ...COMMANDS.ADD_MEMBER, traineeId: brandId('ada') }),
    ],
    ['by who is not', 'NOT_A_MEMBER', () => decide({ ...COMMANDS.REMOVE_MEMBER, traineeId: brandId('bo') })],
    [
      'by another group’s meeting',
      'NOT_PERMITTED',
      () => decide(COMMANDS.CORRECT_MEETING, { hasMeeting: false }),
    ],
    [
      'by a meeting of no time',
      'HOURS_INVALID',
      () => decide({ ...COMMANDS.CORRECT_MEETING, meeting: { ...meeting, hours: 0 } }),
    ],
    [
      'by a meeting of tomorrow',
      'DATE_IN_FUTURE',
      () => decide({ ...COMMANDS.RECORD_MEETING, meeting: { ...meeting, on: '2026-09-16' } }),
    ],
  ])('but not %s: %s', (_name, code, decision) => {
    expect(decision()).toEqual({ kind: 'refused', code })
  })
})
