import { builder } from '../../../builder.ts'
import { changeGroup } from '../../use-cases/change-group.ts'
import { addMember, removeMember } from '../../use-cases/changes.ts'
import { groupResult, toResult } from '../outcome.ts'

const AddGroupMemberInput = builder.inputType('AddGroupMemberInput', {
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    traineeId: t.id({ required: true }),
    joinsOn: t.field({ type: 'Date', required: true }),
  }),
})

builder.mutationField('addGroupMember', (t) =>
  t.field({
    type: groupResult('AddGroupMember'),
    args: { input: t.arg({ type: AddGroupMemberInput, required: true }) },
    resolve: async (_root, { input: { traineeId, joinsOn, ...which } }, context) => {
      const change = addMember(traineeId, String(joinsOn))
      return toResult(
        await changeGroup({ ...which, command: 'ADD_MEMBER', change }, context),
        'AddGroupMember',
      )
    },
  }),
)

const RemoveGroupMemberInput = builder.inputType('RemoveGroupMemberInput', {
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    traineeId: t.id({ required: true }),
    leavesOn: t.field({ type: 'Date', required: true, description: 'The last day.' }),
  }),
})

builder.mutationField('removeGroupMember', (t) =>
  t.field({
    type: groupResult('RemoveGroupMember'),
    description: 'The hours that the member has stay.',
    args: { input: t.arg({ type: RemoveGroupMemberInput, required: true }) },
    resolve: async (_root, { input: { traineeId, leavesOn, ...which } }, context) => {
      const change = removeMember(traineeId, String(leavesOn))
      return toResult(
        await changeGroup({ ...which, command: 'REMOVE_MEMBER', change }, context),
        'RemoveGroupMember',
      )
    },
  }),
)
