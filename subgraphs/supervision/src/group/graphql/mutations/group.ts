import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { changeGroup } from '../../use-cases/change-group.ts'
import { close, rename } from '../../use-cases/changes.ts'
import { createGroup } from '../../use-cases/create-group.ts'
import { groupResult, toResult } from '../outcome.ts'

const CreateSupervisionGroupInput = builder.inputType('CreateSupervisionGroupInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    trackCode: t.string({ required: true }),
  }),
})

builder.mutationField('createSupervisionGroup', (t) =>
  t.field({
    type: groupResult('CreateSupervisionGroup'),
    description: 'By who mentors or leads somebody; the actor leads the group.',
    args: { input: t.arg({ type: CreateSupervisionGroupInput, required: true }) },
    resolve: async (_root, { input: { name, trackCode } }, context) =>
      toResult(await createGroup({ name: cleanText(name), trackCode }, context), 'CreateSupervisionGroup'),
  }),
)

const RenameSupervisionGroupInput = builder.inputType('RenameSupervisionGroupInput', {
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    name: t.string({ required: true }),
  }),
})

builder.mutationField('renameSupervisionGroup', (t) =>
  t.field({
    type: groupResult('RenameSupervisionGroup'),
    args: { input: t.arg({ type: RenameSupervisionGroupInput, required: true }) },
    resolve: async (_root, { input: { name, ...which } }, context) => {
      const change = { ...which, command: 'RENAME', change: rename(cleanText(name)) } as const
      return toResult(await changeGroup(change, context), 'RenameSupervisionGroup')
    },
  }),
)

const CloseSupervisionGroupInput = builder.inputType('CloseSupervisionGroupInput', {
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('closeSupervisionGroup', (t) =>
  t.field({
    type: groupResult('CloseSupervisionGroup'),
    description: 'Its hours stay.',
    args: { input: t.arg({ type: CloseSupervisionGroupInput, required: true }) },
    resolve: async (_root, { input }, context) =>
      toResult(
        await changeGroup({ ...input, command: 'CLOSE', change: close() }, context),
        'CloseSupervisionGroup',
      ),
  }),
)
