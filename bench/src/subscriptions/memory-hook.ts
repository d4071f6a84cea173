import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/*
 * Loaded into the gateway of a bench run by `--import`: on request it collects garbage and reports its memory. Without
 * that one would measure how long ago the last collection was, not what a listener costs.
 */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how: object) => void

process.on('message', (message) => {
  if (message !== 'memory') return
  const before = process.memoryUsage.rss()
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  process.send?.({ before, after: process.memoryUsage.rss() })
})
process.channel?.unref()
