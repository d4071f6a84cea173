/**
 * Publishes every person, relation and deputyship again, as it is now: for a subgraph that rebuilds its directory.
 * Whoever has a version already drops it.
 */
import { required } from '@kompetanse/graph'
import { connect } from './connect.ts'
import { replay } from './use-cases/replay.ts'

const { close } = await connect(required('DATABASE_URL'))
const count = await replay()
process.stdout.write(`${JSON.stringify({ replayed: count })}\n`)
await close()
