<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallMfaCodeTitle") preview=subject>
<@layout.paragraph>${msg("heimdallMfaCodeBody", appName)}</@layout.paragraph>
<@layout.codeBox/>
<@layout.paragraph>${msg("heimdallCodeExpiry", minutes)}</@layout.paragraph>
<@layout.note>${msg("heimdallMfaCodeIgnore")}</@layout.note>
</@layout.mail>
