import { brandId } from '@kompetanse/schema/ids'
import type { Group, GroupCommand, GroupCommandName } from './group.ts'

export const TODAY = '2026-09-15'
export const group: Group = {
  leaderId: brandId('mona'),
  closedOn: null,
  members: [{ traineeId: brandId('ada'), joinedOn: '2026-01-01', leftOn: null }],
}
export const meeting = { on: TODAY, hours: 3, topic: null, presentTraineeIds: [brandId<'Person'>('ada')] }
export const COMMANDS: {
  readonly [Name in GroupCommandName]: Extract<GroupCommand, { readonly name: Name }>
} = {
  RENAME: { name: 'RENAME', to: 'Bergen vest' },
  ADD_MEMBER: { name: 'ADD_MEMBER', traineeId: brandId('bo'), joinsOn: TODAY },
  REMOVE_MEMBER: { name: 'REMOVE_MEMBER', traineeId: brandId('ada'), leavesOn: TODAY },
  RECORD_MEETING: { name: 'RECORD_MEETING', meeting },
  CORRECT_MEETING: { name: 'CORRECT_MEETING', meetingId: brandId('first'), meeting },
  CLOSE: { name: 'CLOSE' },
}
export const situation = {
  actorId: brandId<'Person'>('mona'),
  today: TODAY,
  eligible: true,
  hasMeeting: true,
}
