/** Any of these words in a field's name or label makes it private. English, Czech, German. */
const anywhere = [
  'passw|passcode|passphrase|passkey|kennwort|heslo|hesla|secret|credential',
  'api ?key|access ?key|private ?key|token|csrf|xsrf|captcha ?code',
  'credit ?card|debit ?card|card ?(?:no|num|nr|holder|code|ver)|kreditkart|karten ?(?:nummer|nr)|cisl[oa] ?(?:platebni ?)?karty|platebni ?kart|kartou',
  'security ?code|card ?verification|sicherheits ?code|prufziffer|bezpecnostni ?kod|kontrolni ?kod|ochranny ?kod',
  'one ?time|verification ?code|auth(?:entication)? ?code|confirmation ?code|bestatigungs ?code|overovaci ?kod|potvrzovaci ?kod|sms ?(?:kod|code)|zwei ?faktor|two ?factor|jednorazov',
  'social ?sec|sozialversicherung|rodn[eaych]+ ?cisl|birth ?(?:no|num)|geburts ?nummer|national ?id|personal ?id|tax ?(?:id|payer)|steuer ?(?:id|nummer)',
  'account ?(?:no|num)|bank ?account|cisl[oa] ?uctu|bankovni ?spojeni|konto ?(?:nummer|nr)|bankverbindung|bankleitzahl|routing ?(?:no|num)|sort ?code',
  'passport|reisepass|cisl[oa] ?pasu|obcansk[yeh]+ ?prukaz|personalausweis|ausweis ?(?:nummer|nr)|driv\\w{0,4} ?licen|fuhrerschein|ridicsk[yeh]+ ?prukaz|identity ?card',
  'maiden|geburtsname|rodne ?prijmeni|security ?(?:question|answer)|sicherheitsfrage|kontrolni ?otazk|tajn[aeuy] ?otazk',
  'insurance ?(?:no|num)|versicherten ?nummer|cisl[oa] ?pojisten',
].join('|');
/** These short ones as whole words only. */
const whole =
  'pass|pwd|pw|pin|puk|otp|totp|mfa|2fa|tan|mtan|cvv2?|cvc2?|csc|cvn|pan|ssn|sin|iban|bic|swift|blz|rc|rodne|dic|jwt|kod z sms';

const pattern = new RegExp(`${anywhere}|(?:^| )(?:${whole})\\d{0,2}(?: |$)`);

/** `cardNumber`, `rodné_číslo` and `Karten-Nr.` as plain words: `card number`, `rodne cislo`, `karten nr`. */
export function plainWords(name: string): string {
  return name
    .slice(0, 300)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}

/** Does a field's name, label or hint say that what goes in is private? */
export const isPrivateName = (name: string): boolean => name !== '' && pattern.test(plainWords(name));

/** What the page tells the browser to fill in. */
export const isPrivateAutocomplete = (value: string): boolean =>
  /(?:^|\s)(?:cc-[a-z-]+|current-password|new-password|one-time-code)(?:\s|$)/i.test(value);
