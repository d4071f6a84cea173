import { bulkCommands, mutations } from '@kompetanse/command'
import { builder } from '../builder.ts'

export const mutation = mutations(builder)
export const bulkCommand = bulkCommands(builder)
