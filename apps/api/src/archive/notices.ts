/** The words that lie beside the data: what this is, how to check it, how to open it elsewhere. The file's name → its text. */
export const noticesOf = (partnershipId: string): Readonly<Record<string, string>> => ({
  'LISEZMOI.txt': `Archive d’un partenariat (${partnershipId})

Ce fichier contient tout ce qui est commun aux parties : la convention, les réunions, les décisions, les votes,
les procès-verbaux scellés avec leurs PDF, les signatures, les fiches transmises, les plans et le journal des actes.
Il ne contient ni adresse de courriel, ni session, ni fiche restée à l’état de brouillon dans une administration.

Vérifier, sans réseau et sans base de données :
  passerelle verify CE-FICHIER.zip
Le format est décrit dans docs/journal-format.md : chacun peut écrire son propre vérificateur.
Gardez aussi, à part, le dernier numéro et la dernière empreinte du journal (manifest.json, « head ») :
ils montreront plus tard si l’histoire a été réécrite (passerelle verify --head=NUMÉRO:EMPREINTE).

Ouvrir dans une instance vide :
  passerelle import CE-FICHIER.zip
Les personnes y retrouvent leur nom et leur mandat, pas leur accès : chacune doit être invitée de nouveau.
`,
  'اقرأني.txt': `أرشيف شراكة (${partnershipId})

يضم هذا الملف كل ما هو مشترك بين الأطراف: الاتفاقية والاجتماعات والقرارات والأصوات والمحاضر المختومة بملفات PDF
والتوقيعات والبطاقات المحالة والخطط وسجل الأعمال.
ولا يضم أي عنوان بريد إلكتروني ولا أي جلسة ولا أي بطاقة بقيت مسودة داخل إدارة.

للتحقق بلا شبكة وبلا قاعدة بيانات:
  passerelle verify FILE.zip
الصيغة موصوفة في docs/journal-format.md، فيمكن لأي كان أن يكتب أداة تحقق خاصة به.
احتفظوا أيضا، في مكان آخر، بآخر رقم وآخر بصمة للسجل (manifest.json، head).

للفتح في منصة فارغة:
  passerelle import FILE.zip
يجد الأشخاص فيها أسماءهم وولاياتهم دون حق الدخول: تجب دعوة كل واحد منهم من جديد.
`,
});
