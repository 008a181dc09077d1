/** Where customers ask for help without anything on the page. */
export const helpLink = (queueId: string): string => `${location.origin}/help/${queueId}`;

/** The button on a page of the site's own. */
export const embedSnippet = (queueId: string): string =>
  `<script src="${location.origin}/embed.js" data-queue="${queueId}" async></script>`;
