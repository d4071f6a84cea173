import { bulkCommands, commandMutations, mutations } from '@kompetanse/command'
import { builder, NotFound, refusal, StaleVersion } from '../builder.ts'

export const mutation = mutations(builder)
export const mutationsOn = commandMutations(mutation, { NotFound, StaleVersion })
export const bulkCommand = bulkCommands(builder, refusal)
