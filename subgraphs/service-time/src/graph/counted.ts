import { countedConnections } from '@kompetanse/graph'
import { builder } from '../builder.ts'

export const counted = countedConnections(builder)
