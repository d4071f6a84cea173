export { createBus, type Bus, type BusOptions, type Transaction } from './bus.ts'
export { processBus, type ProcessBus } from './process-bus.ts'
