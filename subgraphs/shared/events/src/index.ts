export { createBus, type Bus, type BusOptions, type Message, type Transaction } from './bus.ts'
export { copyOf, forgetVersions, startCopies, type Copy } from './copies.ts'
export { replayAll, replayOf, type Page, type Replay } from './replays.ts'
