@echo off
rem smp-config: the configuration tool, in a window. Without a screen bin\smp does all of it.
setlocal
call "%~dp0..\bin\java.cmd"
if errorlevel 1 goto nojava
set "JAVAW=javaw"
if not "%JAVA%"=="java" set "JAVAW=%JAVA:java.exe=javaw.exe%"
start "SMP" "%JAVAW%" -Xmx256m -Dfile.encoding=UTF-8 "-Dsmp.installation=%~dp0.." -jar "%~dp0smp-config-tool.jar" %*
exit /b 0
:nojava
pause
exit /b 1
