/** A sleep that can be cut short. A ring while nobody sleeps is not lost: the next sleep ends at once. */
export type Alarm = { ring(): void; sleep(milliseconds: number): Promise<void> };

export function createAlarm(): Alarm {
  let rung = false;
  let wakeUp = () => {};
  return {
    ring() {
      rung = true;
      wakeUp();
    },
    async sleep(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}
