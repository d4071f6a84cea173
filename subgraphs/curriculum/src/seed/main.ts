import { runCommand } from '@kompetanse/process'
import { subgraph } from '../database.ts'
import { seedCurriculum } from './seed.ts'

await runCommand(subgraph, seedCurriculum)
