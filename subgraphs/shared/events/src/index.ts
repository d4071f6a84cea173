export { createBus, type Bus, type BusOptions, type Message, type Transaction } from './bus.ts'
export { processBus, type ProcessBus } from './process-bus.ts'
