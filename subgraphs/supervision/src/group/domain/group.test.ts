import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  availableCommands,
  refuseJoining,
  refuseLeaving,
  refuseMeeting,
  type Group,
  type Meeting,
} from './group.ts'

const group: Group = {
  leaderId: brandId('mona'),
  closedOn: null,
  members: [
    { traineeId: brandId('ada'), joinedOn: '2026-01-01', leftOn: null },
    { traineeId: brandId('bo'), joinedOn: '2026-01-01', leftOn: '2026-06-30' },
  ],
}
/** Bo came again after the summer. */
const again: Group = {
  ...group,
  members: [...group.members, { traineeId: brandId('bo'), joinedOn: '2026-08-15', leftOn: null }],
}
const TODAY = '2026-09-15'
const meeting = (rest: Partial<Meeting> = {}): Meeting => ({
  on: '2026-06-30',
  hours: 3,
  topic: 'Kommunikasjon',
  presentTraineeIds: [brandId('ada'), brandId('bo')],
  ...rest,
})

const leave = (traineeId: string, leavesOn: string, of = group) =>
  refuseLeaving(of, { traineeId: brandId(traineeId), leavesOn, today: TODAY })

describe('B06 a group', () => {
  test('who leads it does all there is to do, until it is closed; others nothing', () => {
    expect(availableCommands(group, brandId('mona'))).toEqual([
      ...['RENAME', 'ADD_MEMBER', 'REMOVE_MEMBER', 'RECORD_MEETING', 'CORRECT_MEETING', 'CLOSE'],
    ])
    expect(availableCommands(group, brandId('ada'))).toEqual([])
    expect(availableCommands({ ...group, closedOn: '2026-09-01' }, brandId('mona'))).toEqual([])
  })
  test('nobody is in it twice at once; who has left may come again', () => {
    const join = (traineeId: string, joinsOn: string, eligible = true, of = group) =>
      refuseJoining(of, { traineeId: brandId(traineeId), joinsOn, eligible, today: TODAY })
    expect(join('ada', '2026-09-01')).toBe('ALREADY_MEMBER')
    expect(join('bo', '2026-06-30')).toBe('ALREADY_MEMBER')
    expect(join('bo', '2026-07-01')).toBeNull()
    expect(join('bo', '2026-09-01', true, again)).toBe('ALREADY_MEMBER')
    expect(join('cai', '2026-09-15')).toBeNull()
    expect(join('cai', '2026-09-16')).toBe('DATE_IN_FUTURE')
    expect(join('cai', '2026-09-01', false)).toBe('TRAINEE_NOT_ELIGIBLE')
  })
  test('who is no member does not leave, and nobody before the day of joining', () => {
    expect(leave('bo', TODAY)).toBe('NOT_A_MEMBER')
    expect(leave('ada', '2025-12-31')).toBe('PERIOD_INVALID')
    expect(leave('ada', '2026-01-01')).toBeNull()
    expect(leave('bo', '2026-08-14', again)).toBe('PERIOD_INVALID')
    expect(leave('bo', '2026-08-15', again)).toBeNull()
  })
  test.each([
    ['2999-01-01', null],
    [TODAY, null],
    ['2026-09-14', 'NOT_A_MEMBER'],
  ])('a last day that has not passed can be another: %s, %s', (leftOn, refusal) => {
    const leaving = {
      ...group,
      members: [{ traineeId: brandId<'Person'>('bo'), joinedOn: '2026-01-01', leftOn }],
    }
    expect(leave('bo', '2026-09-01', leaving)).toBe(refusal)
  })
  test.each([
    ['members of that day, the last day included', {}, null],
    ['the day after one has left', { on: '2026-07-01' }, 'NOT_A_MEMBER'],
    ['the day on which they joined', { on: '2026-01-01' }, null],
    [
      'who is no member, beside one',
      { presentTraineeIds: ['ada', 'cai'].map(brandId<'Person'>) },
      'NOT_A_MEMBER',
    ],
    ['today', { on: TODAY, presentTraineeIds: [brandId<'Person'>('ada')] }, null],
    ['before they joined', { on: '2025-12-31' }, 'NOT_A_MEMBER'],
    ['nobody came', { presentTraineeIds: [] }, null],
    ['tomorrow', { on: '2026-09-16' }, 'DATE_IN_FUTURE'],
    ['no time at all', { hours: 0 }, 'HOURS_INVALID'],
    ['more than a day', { hours: 24.5 }, 'HOURS_INVALID'],
    ['a patient in the topic', { topic: 'Pasient 010100 12356' }, 'NATIONAL_ID_FOUND'],
  ])('a meeting: %s', (_name, rest, code) => {
    expect(refuseMeeting(group, meeting(rest), TODAY)).toBe(code)
  })
})
