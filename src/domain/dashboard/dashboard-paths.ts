/** Where a dashboard's outputs are kept. An attempt at a build has a place of its own, so that no two can mix. */
export const dashboardPrefix = (dashboardId: number): string => `outputs/dashboard_id=${dashboardId}/`;
export const buildPrefix = ({ dashboardId, build }: { dashboardId: number; build: number }): string =>
  `${dashboardPrefix(dashboardId)}build=${build}/`;
export const attemptPrefix = (build: { dashboardId: number; build: number; token: string }): string =>
  `${buildPrefix(build)}${build.token}/`;
export const combinedPath = (prefix: string, extension: string): string => `${prefix}combined.${extension}`;
