// Stands in for cron-parser, which node-schedule loads to read cron expressions. `watch` gives it dates and nothing else
// (src/estatus/adapters/ticker.ts); reading cron expressions would cost it 9 MB and a third of its CPU.
class CronDate extends Date {
  toDate() {
    return new Date(this.getTime());
  }
}

function parseExpression(expression) {
  throw new Error(`not a date: ${expression}`);
}

module.exports = Object.assign(CronDate, { parseExpression });
