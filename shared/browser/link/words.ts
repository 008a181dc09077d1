/**
 * 256 short words that English and Czech speakers read alike, for the safety words: eight bits each.
 * No two are one letter apart. The order is part of the protocol.
 */
export const words: readonly string[] = `
agent alarm algebra alibi aloe amulet anorak arena argon aspirin asteroid atlas atom audit
aura avatar balkon banjo baron bazar bikini bistro blog blues bonsai bonus bulldog burger
cello cement chaos citron curling debut delfin delta design dialog diesel diplomat disco doktor
dolar domino drama echo embargo epilog expert extra fantom festival fiasko film filtr finale
fjord flamingo flora forum fresko garant geolog gepard globus golf gong gorila granit guru
haiku hamburger hangar helium hobby hormon hotel humor husky igloo import impuls index internet
izotop jackpot jaguar jazz jogurt judo jukebox junior kajak kaktus kamera karaoke karate karma
karneval kebab kimono kiosk kiwi klub koala kobalt kodex kokos koncert kondor kontakt kosmos
krypton kupon lama laser lasso latex lavina legenda leopard limit logo lotus magnet mango
mantra medusa mentor menu metal meteor milion mixer model monitor moped motor mustang muzeum
nektar ninja norma nugat nylon oasis onyx opera opus orbit oregano organ orient origami
ozon panorama papaya paprika park partner pasta patent pergola piano pilot pizza planeta plazma
popcorn portal poster profil program protest puding puma puzzle radar radio rally rebel refren
rekord relax revue ring ritual robot rubin rumba safari salon salto sauna senior servis
signal skandal slalom slogan snob soda sonet sopran sport sprint squash studio sultan super
surf sushi symbol system tabu talent tandem tank tapir tarot taxi telefon tempo tenor
terminal termit text titan toast tornado torpedo totem transport trend trio triumf tuna tunel
turban ultra unikat uran veto video virus vitamin vodka volt vulkan whisky xenon yeti
yoga zebra zodiak zombie
`
  .trim()
  .split(/\s+/);
