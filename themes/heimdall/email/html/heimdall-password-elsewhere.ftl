<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallPasswordElsewhereTitle") preview=subject>
<@layout.paragraph>${msg("heimdallPasswordElsewhereBody", appName)}</@layout.paragraph>
<@layout.paragraph>${msg("heimdallPasswordElsewhereAct")}</@layout.paragraph>
<@layout.note>${msg("heimdallPasswordElsewhereIgnore")}</@layout.note>
</@layout.mail>
